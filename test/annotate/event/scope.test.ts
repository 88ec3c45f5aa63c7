import { describe, expect, test } from 'vitest';
import {
  describedRealis,
  governedFate,
  governedRealis,
  governedTelling,
  isInForce,
  isKeptUp,
  isNone,
} from '../../../src/annotate/event/scope.ts';
import { actIn, governedBy } from './tree-support.ts';

/** Reads the act marked with a star. */
const read = <T>(marked: string, by: (governed: ReturnType<typeof governedBy>, at: number) => T): T => {
  const { line, at } = actIn(marked);
  return by(governedBy(line), at);
};

describe('what governs an act in a tree', () => {
  test.each([
    [
      'failed to',
      'Voss/Voss/NNP/nsubj<2 failed/fail/VBD/root<0 to/to/TO/mark<4 *sign/sign/VB/xcomp<2',
      'negated',
    ],
    [
      'did not fail to',
      'Voss/Voss/NNP/nsubj<4 did/do/VBD/aux<4 not/not/RB/advmod<4 fail/fail/VB/root<0 to/to/TO/mark<6 *sign/sign/VB/xcomp<4',
      'actual',
    ],
    [
      'managed to',
      'Voss/Voss/NNP/nsubj<2 managed/manage/VBD/root<0 to/to/TO/mark<4 *sign/sign/VB/xcomp<2',
      'actual',
    ],
    [
      'may manage to',
      'Voss/Voss/NNP/nsubj<3 may/may/MD/aux<3 manage/manage/VB/root<0 to/to/TO/mark<5 *sign/sign/VB/xcomp<3',
      'hypothetical',
    ],
    [
      'plans to',
      'Voss/Voss/NNP/nsubj<2 plans/plan/VBZ/root<0 to/to/TO/mark<4 *sign/sign/VB/xcomp<2',
      'planned',
    ],
    [
      'does not plan to',
      'Voss/Voss/NNP/nsubj<4 does/do/VBZ/aux<4 not/not/RB/advmod<4 plan/plan/VB/root<0 to/to/TO/mark<6 *sign/sign/VB/xcomp<4',
      'negated',
    ],
    [
      'called for',
      'Voss/Voss/NNP/nsubj<2 called/call/VBD/root<0 for/for/IN/case<4 *talks/talk/NNS/obl<2',
      'proposed',
    ],
    [
      'after',
      'Voss/Voss/NNP/nsubj<2 left/leave/VBD/root<0 after/after/IN/case<4 *talks/talk/NNS/obl<2',
      'actual',
    ],
    [
      'without',
      'Voss/Voss/NNP/nsubj<2 left/leave/VBD/root<0 without/without/IN/mark<4 *signing/sign/VBG/advcl<2',
      'negated',
    ],
    [
      'if',
      'If/if/IN/mark<3 Voss/Voss/NNP/nsubj<3 *signs/sign/VBZ/advcl<6 Orlan/Orlan/NNP/nsubj<6 will/will/MD/aux<6 pay/pay/VB/root<0',
      'hypothetical',
    ],
    ['says nothing', 'Voss/Voss/NNP/nsubj<2 *signed/sign/VBD/root<0', null],
  ])('%s', (_, line, realis) => {
    expect(read(line, (governed, at) => governedRealis(governed, at))).toBe(realis);
  });

  test('a ring of words ends', () => {
    const ring = governedBy('a/plan/NN/nmod<2 b/hope/NN/nmod<1');
    expect(() => governedRealis(ring, 0)).not.toThrow();
  });

  test.each([
    ['a/a/DT/det<2 *visit/visit/NN/root<0 planned/plan/VBN/acl<2', 'planned'],
    ['a/a/DT/det<2 *visit/visit/NN/root<0 proposed/propose/VBN/acl<2', 'proposed'],
    ['a/a/DT/det<2 *visit/visit/NN/root<0 praised/praise/VBN/acl<2', null],
  ])('described: %s', (line, realis) => {
    expect(read(line, describedRealis)).toBe(realis);
  });

  test('no, in force, kept up', () => {
    expect(read('no/no/DT/det<2 *meeting/meeting/NN/root<0', ({ tree }, at) => isNone(tree, at))).toBe(true);
    expect(read('the/the/DT/det<2 *meeting/meeting/NN/root<0', ({ tree }, at) => isNone(tree, at))).toBe(
      false,
    );
    const force =
      '*sanctions/sanction/NNS/nsubj<4 remain/remain/VBP/cop<4 in/in/IN/case<4 force/force/NN/root<0';
    expect(read(force, ({ tree }, at) => isInForce(tree, at))).toBe(true);
    const kept = 'Voss/Voss/NNP/nsubj<2 kept/keep/VBD/root<0 the/the/DT/det<4 *ban/ban/NN/obj<2';
    expect(read(kept, ({ tree }, at) => isKeptUp(tree, at))).toBe(true);
    expect(read(kept.replace('kept/keep', 'saw/see'), ({ tree }, at) => isKeptUp(tree, at))).toBe(false);
  });
});

describe('what became of an occasion', () => {
  test.each([
    [
      'called off',
      'Voss/Voss/NNP/nsubj<2 called/call/VBD/root<0 off/off/RP/compound:prt<2 a/a/DT/det<5 *visit/visit/NN/obj<2',
      'cancelled',
    ],
    [
      'postponed',
      '*Talks/talk/NNS/nsubj:pass<3 were/be/AUX/aux:pass<3 postponed/postpone/VBN/root<0',
      'postponed',
    ],
    [
      'not postponed',
      '*Talks/talk/NNS/nsubj:pass<4 were/be/AUX/aux:pass<4 not/not/RB/advmod<4 postponed/postpone/VBN/root<0',
      'none',
    ],
    [
      'may be postponed',
      '*Talks/talk/NNS/nsubj:pass<4 may/may/MD/aux<4 be/be/AUX/aux:pass<4 postponed/postpone/VBN/root<0',
      null,
    ],
    ['went ahead', '*Talks/talk/NNS/nsubj<2 went/go/VBD/root<0 ahead/ahead/RB/advmod<2', 'held'],
    [
      'did not go ahead',
      '*Talks/talk/NNS/nsubj<4 did/do/VBD/aux<4 not/not/RB/advmod<4 go/go/VB/root<0 ahead/ahead/RB/advmod<4',
      'lapsed',
    ],
    ['nothing said', '*Talks/talk/NNS/nsubj<2 pleased/please/VBD/root<0', null],
  ])('%s', (_, line, fate) => {
    expect(read(line, governedFate)).toBe(fate);
  });
});

describe('how the teller stands to it', () => {
  test.each([
    [
      'denied',
      'Voss/Voss/NNP/nsubj<2 denied/deny/VBD/root<0 that/that/IN/mark<5 she/she/PRP/nsubj<5 *met/meet/VBD/ccomp<2',
      'denies',
    ],
    [
      'did not deny',
      'Voss/Voss/NNP/nsubj<4 did/do/VBD/aux<4 not/not/RB/advmod<4 deny/deny/VB/root<0 that/that/IN/mark<7 she/she/PRP/nsubj<7 *met/meet/VBD/ccomp<4',
      null,
    ],
    [
      'doubted',
      'Voss/Voss/NNP/nsubj<2 doubted/doubt/VBD/root<0 that/that/IN/mark<5 they/they/PRP/nsubj<5 *met/meet/VBD/ccomp<2',
      'doubts',
    ],
    [
      'would not say',
      'Voss/Voss/NNP/nsubj<4 would/would/MD/aux<4 not/not/RB/advmod<4 say/say/VB/root<0 whether/whether/IN/mark<7 they/they/PRP/nsubj<7 *met/meet/VBD/ccomp<4',
      'declines',
    ],
    [
      'said',
      'Voss/Voss/NNP/nsubj<2 said/say/VBD/root<0 that/that/IN/mark<5 they/they/PRP/nsubj<5 *met/meet/VBD/ccomp<2',
      null,
    ],
  ])('%s', (_, line, stance) => {
    expect(read(line, governedTelling)).toBe(stance);
  });
});
