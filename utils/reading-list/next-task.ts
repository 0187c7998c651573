/**
 * Gives the browser a turn. By a message, since timers wait four milliseconds when they follow one
 * another, and a second in a tab that is not in front.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
