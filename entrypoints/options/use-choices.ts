import { useEffect, useRef, useState } from 'preact/hooks';
import type { OptionsProps } from '../../components/options/types.ts';
import { problemLine } from '../../utils/i18n/problem-text.ts';
import type { ProblemCode } from '../../utils/messages.ts';
import { problemOf } from '../../utils/own-page/problem-of.ts';
import type { OwnTongue } from '../../utils/own-page/use-settings.ts';
import type { Settings } from '../../utils/settings/settings.ts';
import { updateSettings } from '../../utils/settings.ts';

/** How long a notice stands that needs no answer, in milliseconds. */
const STANDS = 4_000;

type Change = Parameters<typeof updateSettings>[0];

export interface Choices {
  /** The settings with what was chosen just now, before it has been stored. */
  readonly settings: Settings;
  readonly toast: OptionsProps['toast'];
  readonly say: (text: string) => void;
  /** Says what was done; with `undo`, the reader can take it back. */
  readonly tell: (text: string, undo: (() => void) | null) => void;
  readonly dismiss: () => void;
  /** Stores a change and says so; with `undo`, the reader can take it back. */
  readonly choose: (change: Change, undo?: (current: Settings) => Partial<Settings>) => void;
  /** Runs a task; where it fails, the reader is told why and what to do. */
  readonly attempt: (task: () => Promise<string>, code?: ProblemCode) => Promise<void>;
}

/** Stores choices as they are made and says what came of it. What could not be stored is taken back. */
export function useChoices(stored: Settings, { t }: OwnTongue): Choices {
  const [settings, setSettings] = useState(stored);
  useEffect(() => setSettings(stored), [stored]);
  const [toast, setToast] = useState<OptionsProps['toast']>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function show(text: string, undo: (() => void) | null, stands: boolean): void {
    clearTimeout(timer.current);
    setToast({ text, undo });
    if (!stands) timer.current = setTimeout(() => setToast(null), STANDS);
  }

  async function attempt(
    task: () => Promise<string>,
    code?: ProblemCode,
    undo: (() => void) | null = null,
  ): Promise<void> {
    try {
      show(await task(), undo, undo !== null);
    } catch (error) {
      show(problemLine(problemOf(error, code), t), null, true);
    }
  }

  const store = (change: Change, undo: (() => void) | null): Promise<void> =>
    attempt(
      async () => {
        const compute = typeof change === 'function' ? change : () => change;
        setSettings((current) => ({ ...current, ...compute(current) }));
        try {
          await updateSettings(compute);
        } catch (error) {
          setSettings(stored);
          throw error;
        }
        return t('options.stored');
      },
      'settings-failed',
      undo,
    );

  return {
    settings,
    toast,
    attempt,
    say: (text) => show(text, null, true),
    tell: (text, undo) => show(text, undo, true),
    dismiss: () => setToast(null),
    choose: (change, undo) => void store(change, undo ? () => void store(undo, null) : null),
  };
}
