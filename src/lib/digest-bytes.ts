import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** sha256 of `bytes`, 64 lower-case hexadecimal digits. */
export const sha256Hex = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

/** sha256 of the UTF-8 form of `text`, 64 lower-case hexadecimal digits. Lone surrogates count as U+FFFD. */
export const sha256OfText = (text: string): string => sha256Hex(utf8ToBytes(text));
