/** What a piece of work gave, and how many milliseconds it took. */
export function time<T>(work: () => T): [T, number] {
  const start = performance.now();
  const result = work();
  return [result, performance.now() - start];
}

/** A pause, so that no round pays for what the one before left to the browser. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 4));
}

export async function fetchBytes(address: string): Promise<ArrayBuffer> {
  return (await fetch(address)).arrayBuffer();
}
