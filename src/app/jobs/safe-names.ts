/** What no file name of any system may hold, and marks that turn the direction of writing, which disguise an ending. */
const FORBIDDEN = /[\u0000-\u001f\u007f-\u009f<>:"|?*\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** Names that are devices on Windows, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;
/** Bytes of UTF-8; most file systems take 255 for one name. */
const NAME_BYTES = 180;
/** The most folders of a path that are kept, the outermost ones. */
const FOLDERS = 8;

const byteLength = (text: string): number => new TextEncoder().encode(text).length;

/** Parts a name before its last ending; an ending is at most 12 characters. */
const parted = (name: string): readonly [stem: string, ending: string] => {
  const dot = name.lastIndexOf('.');
  return dot <= 0 || name.length - dot > 12 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
};

const shortened = (name: string, bytes: number): string => {
  if (byteLength(name) <= bytes) return name;
  const [stem, ending] = parted(name);
  let kept = '';
  for (const character of stem) {
    if (byteLength(kept + character + ending) > bytes) break;
    kept += character;
  }
  return kept + ending;
};

const safePart = (part: string): string => {
  const plain = part
    .replace(FORBIDDEN, '')
    .replace(LONE_SURROGATE, '\uFFFD')
    .replace(/[. ]+$/, '')
    .trimStart();
  return shortened(DEVICE.test(plain) ? `_${plain}` : plain, NAME_BYTES);
};

/** The parts of a name that may be used in a path: never `..`, never a drive or root, never a control character. */
const partsOf = (name: string): readonly string[] => {
  const parts = name
    .split(/[/\\]/)
    .map(safePart)
    .filter((part) => part !== '');
  return parts.length === 0 ? ['page'] : [...parts.slice(0, -1).slice(0, FOLDERS), ...parts.slice(-1)];
};

/** One name for file systems that do not tell `A` from `a`, or `é` from `e` with an accent. */
const key = (path: string): string => path.normalize('NFC').toLowerCase();

const numbered = (name: string, n: number): string => {
  if (n === 1) return name;
  const [stem, ending] = parted(name);
  return `${stem}-${n}${ending}`;
};

/**
 * Turns names that came from anywhere into relative paths, parted by `/`, that are safe to write below one folder: each
 * call gives another path than all calls before, and no path is the folder of another.
 */
export const createSafeNames = (): ((name: string) => string) => {
  const files = new Set<string>();
  const folders = new Set<string>();
  const free = (parent: string, name: string, isTaken: (path: string) => boolean): string => {
    for (let n = 1; ; n++) {
      const path = `${parent}${numbered(name, n)}`;
      if (!isTaken(key(path))) return path;
    }
  };
  return (name) => {
    const parts = partsOf(name);
    let parent = '';
    for (const part of parts.slice(0, -1)) {
      const folder = free(parent, part, (path) => files.has(path));
      folders.add(key(folder));
      parent = `${folder}/`;
    }
    const file = free(parent, parts.at(-1) ?? 'page', (path) => files.has(path) || folders.has(path));
    files.add(key(file));
    return file;
  };
};
