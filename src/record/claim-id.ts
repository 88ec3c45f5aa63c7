import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ClaimId } from '../model/brand.ts';
import { claimId } from '../model/brand.ts';

/** Gives each claim its id: the kind letter and the first twelve hexadecimal digits of the sha256 of its representative. */
export interface ClaimIds {
  /**
   * The id of the claim whose first member is `representative` (article id and place). A representative that was taken
   * before gets a serial number, so ids are unique within one record; ask in a fixed order.
   */
  readonly next: (letter: 's' | 'e', representative: string) => ClaimId;
}

/** A fresh giver of ids; one for each run of `reconcile`. */
export const claimIds = (): ClaimIds => {
  const taken = new Set<ClaimId>();
  return {
    next: (letter, representative) => {
      for (let serial = 0; ; serial++) {
        const seed = `${letter} ${representative}${serial === 0 ? '' : ` ${serial}`}`;
        const id = claimId(`${letter}-${bytesToHex(sha256(utf8ToBytes(seed))).slice(0, 12)}`);
        if (taken.has(id)) continue;
        taken.add(id);
        return id;
      }
    },
  };
};
