import { type Fault, sortFaults } from '../fault.ts';
import { readPack } from '../load.ts';
import type { Pack } from '../model.ts';
import { ambiguousSlot } from './ambiguous-slot.ts';
import { commonCue } from './common-cue.ts';
import { cyclicRedirect } from './cyclic-redirect.ts';
import { danglingReference } from './dangling-reference.ts';
import { duplicateCue } from './duplicate-cue.ts';
import { falseQuotation } from './false-quotation.ts';
import { figureNotInQuotation } from './figure-not-in-quotation.ts';
import { figureWithoutPeriod } from './figure-without-period.ts';
import { forbiddenWord } from './forbidden-word.ts';
import { foreignSlot } from './foreign-slot.ts';
import { futureDate } from './future-date.ts';
import { incompleteClaim } from './incomplete-claim.ts';
import { malformedSlot } from './malformed-slot.ts';
import { missingLanguage } from './missing-language.ts';
import { oneSidedTopic } from './one-sided-topic.ts';
import { overLongField } from './over-long-field.ts';
import { quotationNotVerbatim } from './quotation-not-verbatim.ts';
import { quotationWithoutPlace } from './quotation-without-place.ts';
import type { CheckContext, Rule } from './rule.ts';
import { unclearPolarity } from './unclear-polarity.ts';
import { unevenFramings } from './uneven-framings.ts';
import { unknownId } from './unknown-id.ts';
import { unknownSlot } from './unknown-slot.ts';
import { unmetName } from './unmet-name.ts';
import { unnamedSubject } from './unnamed-subject.ts';
import { unsoundLink } from './unsound-link.ts';
import { unusableCue } from './unusable-cue.ts';
import { vanishedId } from './vanished-id.ts';

/** Every rule, in the order in which a pack's author meets them in docs/packs.md. */
export const RULES: readonly Rule[] = [
  unknownId,
  danglingReference,
  unsoundLink,
  vanishedId,
  cyclicRedirect,
  missingLanguage,
  unnamedSubject,
  overLongField,
  forbiddenWord,
  quotationNotVerbatim,
  quotationWithoutPlace,
  falseQuotation,
  oneSidedTopic,
  unevenFramings,
  figureWithoutPeriod,
  figureNotInQuotation,
  incompleteClaim,
  unclearPolarity,
  unmetName,
  malformedSlot,
  unknownSlot,
  foreignSlot,
  ambiguousSlot,
  futureDate,
  duplicateCue,
  commonCue,
  unusableCue,
];

export interface CheckResult {
  /** The pack as far as it could be read. */
  readonly pack: Pack;
  readonly faults: readonly Fault[];
  /** Names of the rules that were not run, because entries with faults were left out. */
  readonly skipped: readonly string[];
}

/** Reads a pack and holds it against every rule. All faults of all files come in one run. */
export function checkPack(
  files: ReadonlyMap<string, string>,
  context: Omit<CheckContext, 'pack'>,
): CheckResult {
  const { pack, whole, faults } = readPack(files);
  const run = RULES.filter((rule) => whole || !rule.needsWhole);
  const found = run.flatMap((rule) => rule.check({ ...context, pack }));
  return {
    pack,
    faults: sortFaults([...faults, ...found]),
    skipped: RULES.filter((rule) => !run.includes(rule)).map((rule) => rule.name),
  };
}
