// Files between the browser and the server: base64 within JSON.

/** Returns a file's bytes as base64. */
export function base64Of(file: Blob): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).replace(/^[^,]*,?/, ""));
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(file);
  });
}

/** Returns the bytes that base64 stands for. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

/** Returns the files that were dropped, those of dropped folders too, no more than *most* of those wanted. */
export async function dropped(data: DataTransfer, wanted: RegExp, most: number): Promise<File[]> {
  const found: File[] = [];
  const entries = [...data.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (!entries.length) return [...data.files].filter((file) => wanted.test(file.name)).slice(0, most);
  for (const entry of entries) await gather(entry, wanted, most, found, 5);
  return found;
}

async function gather(entry: FileSystemEntry, wanted: RegExp, most: number, found: File[], deep: number): Promise<void> {
  if (found.length >= most) return;
  if (entry.isFile) {
    if (wanted.test(entry.name)) found.push(await new Promise<File>((done, failed) => (entry as FileSystemFileEntry).file(done, failed)));
  } else if (deep > 0) {
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    for (;;) { // it gives a hundred at a time
      const some = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
      if (!some.length) return;
      for (const one of some) await gather(one, wanted, most, found, deep - 1);
    }
  }
}
