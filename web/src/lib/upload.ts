import type { Job } from '../../../src/view/desk/types.ts';
import type { Failure } from './fetch.ts';

/** A file with its path below the folder that was dropped. */
export interface Upload {
  readonly path: string;
  readonly file: File;
}

/** What the server takes at once, as it says itself in docs/reference/api.md; told before anything is sent. */
export const LIMITS = { files: 10_000, bytes: 200 * 1024 * 1024, fileBytes: 64 * 1024 * 1024 } as const;

/** Why a set of files cannot be sent, or null. */
export type Refusal = 'none' | 'files' | 'bytes' | 'file';

/** Whether the files may be sent together. */
export const refusalOf = (files: readonly { readonly size: number }[]): Refusal | null => {
  if (files.length === 0) return 'none';
  if (files.length > LIMITS.files) return 'files';
  if (files.some(({ size }) => size > LIMITS.fileBytes)) return 'file';
  return files.reduce((sum, { size }) => sum + size, 0) > LIMITS.bytes ? 'bytes' : null;
};

/** Files that systems leave in folders and nobody means to import. */
const isLitter = (name: string): boolean => /^(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._.*)$/.test(name);

const filesOfList = (list: FileList | null): readonly Upload[] =>
  [...(list ?? [])]
    .filter(({ name }) => !isLitter(name))
    .map((file) => ({ path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath, file }));

/** The files chosen in a field for files or for a folder. */
export const chosenFiles = (input: HTMLInputElement): readonly Upload[] => filesOfList(input.files);

const entriesOf = (directory: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> =>
  new Promise((resolve, reject) => {
    const reader = directory.createReader();
    const found: FileSystemEntry[] = [];
    // A reader gives a folder in parts, and an empty part at its end.
    const next = (): void =>
      reader.readEntries((entries) => {
        found.push(...entries);
        if (entries.length === 0) resolve(found);
        else next();
      }, reject);
    next();
  });

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

const walk = async (entry: FileSystemEntry, folder: string): Promise<readonly Upload[]> => {
  const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
  if (isFile(entry)) return isLitter(entry.name) ? [] : [{ path, file: await fileOf(entry) }];
  if (!isDirectory(entry)) return [];
  const found: Upload[] = [];
  for (const child of await entriesOf(entry)) {
    for (const upload of await walk(child, path)) found.push(upload);
    if (found.length > LIMITS.files) break;
  }
  return found;
};

/** Everything that was dropped, folders with all that is in them. */
export const droppedFiles = async (transfer: DataTransfer): Promise<readonly Upload[]> => {
  // All at once: the list is emptied as soon as the event is over.
  const entries = [...transfer.items].map((one) => one.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return filesOfList(transfer.files);
  const found = await Promise.all(entries.map((entry) => walk(entry, '')));
  return found.flat();
};

/** Sends files and tells how much of them has gone out, 0 to 1. @throws Failure */
export const sendFiles = (
  path: string,
  uploads: readonly Upload[],
  onShare: (share: number) => void,
): Promise<Job> =>
  new Promise((resolve, reject) => {
    const form = new FormData();
    for (const { path: name, file } of uploads) form.append('files', file, name);
    // fetch tells nothing of how far an upload has come.
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onShare(total === 0 ? 0 : loaded / total);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as Job);
      else reject({ kind: 'problem', problem: problemOf(request) } satisfies Failure);
    };
    request.onerror = () => reject({ kind: 'offline', problem: problemOf(request) } satisfies Failure);
    request.send(form);
  });

const problemOf = (request: XMLHttpRequest): Failure['problem'] => {
  const body: unknown = request.response;
  if (typeof body === 'object' && body !== null && 'title' in body) return body as Failure['problem'];
  return {
    type: 'about:blank',
    title: request.status === 0 ? 'The server does not answer' : `The server answered ${request.status}`,
    status: request.status,
    detail: '',
    code: request.status === 0 ? 'offline' : 'http',
    hint: null,
  };
};

/** The addresses in a text: one a line, blanks around them left out; what is no http(s) address is told apart. */
export const addressesIn = (
  text: string,
): { readonly good: readonly string[]; readonly bad: readonly string[] } => {
  const lines = [...new Set(text.split(/\r?\n/).map((line) => line.trim()))].filter((line) => line !== '');
  const isAddress = (line: string): boolean => URL.canParse(line) && /^https?:$/.test(new URL(line).protocol);
  return { good: lines.filter(isAddress), bad: lines.filter((line) => !isAddress(line)) };
};
