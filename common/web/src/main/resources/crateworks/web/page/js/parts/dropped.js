/** The files of a drop, with those in dropped folders. */
const FILES_MAX = 10_000;
const DEPTH_MAX = 32;

export async function dropped(transfer) {
  // The entries must be asked for before anything is waited for; afterwards the list is empty.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (entries.length === 0) {
    return { files: [...transfer.files].map((file) => ({ name: file.name, file })), truncated: false };
  }
  const files = [];
  for (const entry of entries) {
    await walk(entry, files, 0);
  }
  return { files: files.slice(0, FILES_MAX), truncated: files.length > FILES_MAX };
}

async function walk(entry, files, depth) {
  if (files.length > FILES_MAX || depth > DEPTH_MAX) {
    return;
  }
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject)).catch(() => null);
    if (file !== null) {
      files.push({ name: entry.fullPath.replace(/^\//, ""), file });
    }
    return;
  }
  const reader = entry.createReader();
  for (let some = await read(reader); some.length > 0; some = await read(reader)) {
    for (const each of some) {
      await walk(each, files, depth + 1);
    }
  }
}

function read(reader) {
  return new Promise((resolve) => reader.readEntries(resolve, () => resolve([])));
}
