/**
 * Brings what a press may want before anybody presses: fetched and made at the tap, the other language, the dark glass or
 * the table of pinyin kept them waiting. What cannot be had now is asked for again by its press.
 */
export async function bringBeforePressed(): Promise<void> {
  const wanted = [
    () => import('./contrast.ts'),
    async () => (await import('../../i18n/other-language.ts')).sayIn('en'),
    () => import('../../app/readings.ts'),
  ];
  // One after the other: a tap meanwhile waits for one of them at the most.
  for (const bring of wanted) await bring().catch(() => undefined);
}
