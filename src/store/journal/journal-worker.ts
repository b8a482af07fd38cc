import { decodeFrames, encodeFrames } from './frames.ts';
import type {} from './sync-access-handle.ts';
import type { JournalAnswer, JournalAsk, JournalEntry } from './messages.ts';

/*
 * Keeps the journal of one tab in OPFS. A file can have one handle, so that each tab writes its own; files of tabs
 * that are gone are taken over into this tab's at the start, whole, before they are removed.
 */

const compactAboveBytes = 1 << 20;

let folder: FileSystemDirectoryHandle;
let fileName: string;
let handle: FileSystemSyncAccessHandle;
let fileBytes = 0;
/** What the file holds and is still needed. */
const entries = new Map<string, string>();

async function open(name: string): Promise<void> {
  const root = await navigator.storage.getDirectory();
  folder = await root.getDirectoryHandle(`${name}:journal`.replace(/[^\w-]/g, '_'), { create: true });
  await create();
  for await (const other of folder.keys()) if (other !== fileName) await adopt(other);
}

async function create(): Promise<void> {
  fileName = `${Date.now()}-${Math.random().toString(36).slice(2)}`;
  const file = await folder.getFileHandle(fileName, { create: true });
  handle = await file.createSyncAccessHandle();
  fileBytes = 0;
}

/** Takes over what a tab that is gone has left. A living tab holds its file: asking for a handle then throws. */
async function adopt(other: string): Promise<void> {
  let left: FileSystemSyncAccessHandle;
  try {
    left = await (await folder.getFileHandle(other)).createSyncAccessHandle();
  } catch {
    return;
  }
  const found = await readFrames(left);
  await append(found);
  left.close();
  await folder.removeEntry(other);
}

async function readFrames(from: FileSystemSyncAccessHandle): Promise<readonly JournalEntry[]> {
  const bytes = new Uint8Array(await from.getSize());
  from.read(bytes, { at: 0 });
  return decodeFrames(bytes).texts.map((text) => JSON.parse(text) as JournalEntry);
}

/** Resolves once the entries have reached the disk. */
async function append(added: readonly JournalEntry[]): Promise<void> {
  if (added.length === 0) return;
  const frames = encodeFrames(added.map((entry) => JSON.stringify(entry)));
  handle.write(frames, { at: fileBytes });
  // Before Chromium 108 it answers with a promise.
  await handle.flush();
  fileBytes += frames.length;
  for (const { mid, text } of added) entries.set(mid, text);
}

async function forget(mids: readonly string[]): Promise<void> {
  for (const mid of mids) entries.delete(mid);
  if (entries.size === 0 && fileBytes > 0) {
    await handle.truncate(0);
    fileBytes = 0;
  } else if (fileBytes > compactAboveBytes && liveBytes() * 2 < fileBytes) {
    await rewrite();
  }
}

const liveBytes = (): number => [...entries.values()].reduce((sum, text) => sum + text.length, 0);

/** What is still needed goes to a new file; the old one is removed when the new one is on the disk. */
async function rewrite(): Promise<void> {
  const old = { handle, fileName };
  await create();
  await append([...entries].map(([mid, text]) => ({ mid, text })));
  old.handle.close();
  await folder.removeEntry(old.fileName);
}

/** Entries of living tabs too: their files can be read while they hold them. */
async function readAll(): Promise<readonly string[]> {
  const all = new Map(entries);
  for await (const other of folder.keys()) {
    if (other === fileName) continue;
    try {
      const file = await (await folder.getFileHandle(other)).getFile();
      const { texts } = decodeFrames(new Uint8Array(await file.arrayBuffer()));
      for (const entry of texts.map((text) => JSON.parse(text) as JournalEntry))
        all.set(entry.mid, entry.text);
    } catch {
      // Removed meanwhile by the tab that took it over, or that wrote it.
    }
  }
  return [...all.values()];
}

async function answer(ask: JournalAsk): Promise<readonly string[]> {
  switch (ask.type) {
    case 'open':
      await open(ask.name);
      return [];
    case 'append':
      await append(ask.entries);
      return [];
    case 'readAll':
      return readAll();
    case 'forget':
      await forget(ask.mids);
      return [];
  }
}

// One after the other: each step leaves the file and the map as one.
let turn: Promise<unknown> = Promise.resolve();
addEventListener('message', ({ data }: MessageEvent<JournalAsk>) => {
  turn = turn.then(async () => {
    let reply: JournalAnswer;
    try {
      reply = { id: data.id, ok: true, texts: await answer(data) };
    } catch (error) {
      reply = { id: data.id, ok: false, reason: String(error) };
    }
    postMessage(reply);
  });
});
