import { setImmediate } from 'node:timers/promises';

/** Characters that are gathered before they are sent. */
const CHUNK = 64 * 1024;

/** Pieces of text joined to chunks of about 64 Ki characters. */
export const inChunks = async function* (pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let chunk = '';
  for await (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
};

/**
 * Texts as a body that is made while it is read. The first is made at once, so that what goes wrong at the start is an error
 * and no broken stream. A reader that goes away ends the source.
 */
export const bodyOf = async (chunks: AsyncGenerator<string>): Promise<ReadableStream<Uint8Array>> => {
  const encoder = new TextEncoder();
  let first: IteratorResult<string> | null = await chunks.next();
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { done, value } = first ?? (await chunks.next());
        first = null;
        // A source that never waits would hold up every other request, and not hear that its reader has gone.
        await setImmediate();
        if (done === true) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      cancel: async () => {
        await chunks.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
};
