import { writeSync } from 'node:fs';

/** Collects lines and writes them to standard output in large pieces; a reader that went away ends the program. */
export class Output {
  private pieces: string[] = [];
  private size = 0;

  line(text: string): void {
    this.pieces.push(text);
    this.size += text.length;
    if (this.size > 1 << 18) this.flush();
  }

  flush(): void {
    if (this.pieces.length === 0) return;
    writeAll(Buffer.from(`${this.pieces.join('\n')}\n`));
    this.pieces = [];
    this.size = 0;
  }
}

/** Writes all bytes, also to a pipe that takes them slowly. */
function writeAll(bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(1, bytes, written);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') process.exit(0);
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
