import { DemarcheError } from '../model/error.ts';

const MIB = 1024 * 1024;

const tooLarge = (most: number): DemarcheError =>
  new DemarcheError('too-large', `more than ${most / MIB} MiB were sent`, {
    hint: 'send less at once, or use `demarche add` for whole folders',
  });

/** The body of a request. @throws DemarcheError `too-large` when it has more than `most` bytes, before it is all read */
export const readBody = async (request: Request, most: number): Promise<Uint8Array> => {
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge(most);
  if (request.body === null) return new Uint8Array(0);
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > most) {
      await reader.cancel();
      throw tooLarge(most);
    }
    parts.push(part.value);
  }
  return Buffer.concat(parts, size);
};
