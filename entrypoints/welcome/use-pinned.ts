import { useEffect, useState } from 'preact/hooks';
import { browser } from '#imports';

/** Not in the polyfill's types yet. */
interface WithUserSettings {
  readonly getUserSettings?: () => Promise<{ readonly isOnToolbar?: boolean }>;
}

/** Whether the button stands in the toolbar; asked anew when the reader comes back to the page. */
export function usePinned(): boolean {
  const [isPinned, setIsPinned] = useState(false);
  useEffect(() => {
    const ask = async (): Promise<void> => {
      const { action } = browser as { readonly action: WithUserSettings };
      const answer = await action.getUserSettings?.().catch(() => null);
      setIsPinned(answer?.isOnToolbar ?? false);
    };
    void ask();
    addEventListener('focus', ask);
    return () => removeEventListener('focus', ask);
  }, []);
  return isPinned;
}
