/** Gives the user a file. */
export function download(fileName: string, content: BlobPart, type = 'application/octet-stream'): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}

/** A file that the server sent in base64. */
export const downloadBase64 = (fileName: string, base64: string): void => {
  download(
    fileName,
    Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)),
  );
};

/** A file that the user chose, in base64. */
export async function readBase64(file: File): Promise<string> {
  const reader = new FileReader();
  const read = new Promise((resolve) => {
    reader.addEventListener('loadend', resolve);
  });
  reader.readAsDataURL(file);
  await read;
  if (reader.error) throw reader.error;
  return String(reader.result).replace(/^[^,]*,/, '');
}
