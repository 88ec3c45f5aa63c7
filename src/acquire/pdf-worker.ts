/** A thread that reads the text of one PDF and tells it page by page. */
import { parentPort, workerData } from 'node:worker_threads';
import type { PdfRun } from './pdf-lines.ts';
import { textOfPdfPage } from './pdf-lines.ts';

/** What the thread is started with. */
export interface PdfSetup {
  readonly bytes: Uint8Array;
  /** The address of the module of pdfjs-dist. */
  readonly module: string;
  readonly maxPages: number;
}

/** What the thread tells. */
export type PdfMessage =
  | { readonly type: 'open'; readonly pages: number }
  | { readonly type: 'page'; readonly text: string }
  | { readonly type: 'over' }
  | { readonly type: 'failed'; readonly message: string; readonly isLocked: boolean };

/** As much of pdfjs-dist as is used; it is no dependency, so its own types may be absent. */
interface PdfModule {
  readonly getDocument: (options: object) => { readonly promise: Promise<PdfDocument> };
}

interface PdfDocument {
  readonly numPages: number;
  readonly getPage: (n: number) => Promise<{
    readonly getTextContent: () => Promise<{ readonly items: readonly Partial<PdfItem>[] }>;
    readonly cleanup?: () => unknown;
  }>;
}

interface PdfItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

const tell = (message: PdfMessage): void => parentPort?.postMessage(message);

const runOf = ({ str, transform, width, height }: Partial<PdfItem>): readonly PdfRun[] => {
  if (str === undefined || str === '') return [];
  const [, , c, d, x, y] = transform ?? [];
  const size = (height ?? 0) > 0 ? (height ?? 0) : Math.hypot(c ?? 0, d ?? 0);
  return [{ text: str, x: x ?? 0, y: y ?? 0, width: width ?? 0, height: size }];
};

/**
 * Names of a browser that pdfjs-dist wants to exist when it is loaded, and takes from a native package otherwise. They
 * are for drawing: text is read without them.
 */
const DRAWING: readonly string[] = ['DOMMatrix', 'ImageData', 'Path2D'];

const lendDrawing = (): void => {
  for (const name of DRAWING)
    if (!(name in globalThis))
      Object.defineProperty(globalThis, name, { value: class {}, configurable: true });
};

const read = async ({ bytes, module, maxPages }: PdfSetup): Promise<void> => {
  lendDrawing();
  const pdfjs = (await import(module)) as PdfModule;
  // Nothing in the file is run, no font is loaded, and nothing is said on the console.
  const options = {
    data: bytes,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  };
  const document = await pdfjs.getDocument(options).promise;
  tell({ type: 'open', pages: document.numPages });
  for (let n = 1; n <= Math.min(document.numPages, maxPages); n++) {
    const page = await document.getPage(n);
    const { items } = await page.getTextContent();
    tell({ type: 'page', text: textOfPdfPage(items.flatMap(runOf)) });
    page.cleanup?.();
  }
  tell({ type: 'over' });
};

read(workerData as PdfSetup).catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  const isLocked = error instanceof Error && error.name === 'PasswordException';
  tell({ type: 'failed', message, isLocked });
});
