/** How long a browser may take to begin to save, before the bytes are let go of. */
const LET_GO_MS = 60_000;

/** Saves something on this device as a file, where its browser saves downloads. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  // What no file's name may hold on Windows.
  link.download = name.replace(/[\\/:*?"<>|]/g, ' ');
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), LET_GO_MS);
}
