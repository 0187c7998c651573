import { browser } from '#imports';

/** Chromium's side panel and Firefox's sidebar; each browser has one of them, if any. */
interface Panels {
  readonly sidePanel?: { open(options: { readonly windowId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void> };
}

/** Whether this browser has a panel that we can open. */
export function canOpenPanel(): boolean {
  const { sidePanel, sidebarAction } = browser as Panels;
  return typeof (sidePanel ?? sidebarAction)?.open === 'function';
}

/** Opens the panel; only in answer to a press or a key, in the same turn. Rejects otherwise. */
export async function openPanel(windowId: number): Promise<void> {
  const { sidePanel, sidebarAction } = browser as Panels;
  if (sidePanel) await sidePanel.open({ windowId });
  else await sidebarAction?.open();
}
