import type { Socket } from 'node:net';
import { problemBody } from '../problem.ts';
import { STATUS_CODES } from './node-http.ts';

/** Time for the answer to arrive; then the wire is cut, whatever the other end still means to send. */
const LEAVE_WITHIN_MS = 1000;

/** What is not even HTTP, or comes too slowly to be, is answered by a problem too, and its connection ended. */
export function answerNoise(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const { status, code } = noiseOf(error.code);
  const body = JSON.stringify(problemBody({ status, code, detail: 'The request cannot be read.' }));
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n` +
      'content-type: application/problem+json; charset=utf-8\r\n' +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
  // Ended is only our half of it: who goes on sending would keep the other half, and its descriptor, for ever.
  setTimeout(() => socket.destroy(), LEAVE_WITHIN_MS).unref();
}

function noiseOf(code: string | undefined): { readonly status: number; readonly code: string } {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return { status: 431, code: 'headers-too-large' };
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return { status: 408, code: 'too-slow' };
    default:
      return { status: 400, code: 'not-http' };
  }
}
