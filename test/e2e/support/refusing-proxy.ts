import { createServer } from 'node:http';

export interface RefusingProxy {
  readonly port: number;
  /** Hosts that were asked for, in order. */
  readonly hosts: readonly string[];
  /**
   * Ends it.
   *
   * @throws Error where any host was asked for that no test asks for itself: nothing may leave the machine.
   */
  close(): Promise<void>;
}

/**
 * A proxy that writes down every host it is asked for and refuses it. A browser that is told to use it
 * for everything but the loopback address cannot reach the network without being seen, whichever part
 * of it asks: page, content script, worker or the browser itself.
 */
export async function startRefusingProxy(): Promise<RefusingProxy> {
  const hosts: string[] = [];
  const server = createServer((request, response) => {
    hosts.push(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    hosts.push(request.url ?? '');
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 502 Refused\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  return {
    port: address.port,
    hosts,
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      const foreign = hosts.filter((host) => !isOfTests(host));
      if (foreign.length > 0) throw new Error(`The network was asked for ${foreign.join(', ')}.`);
    },
  };
}

/** Pages of tests ask for hosts under `example`, a name that is kept free for such use (RFC 2606). */
function isOfTests(asked: string): boolean {
  const host = asked.replace(/^[a-z]+:\/\//u, '').replace(/[:/].*$/u, '');
  return host.endsWith('.example');
}
