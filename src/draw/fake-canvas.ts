/** Canvases that write down what they are asked to draw, for tests. */
export class FakePath {
  readonly steps: string[];

  constructor(d = '') {
    this.steps = [d];
  }

  arc(...numbers: number[]): void {
    this.steps.push(`arc ${numbers}`);
  }

  roundRect(...numbers: number[]): void {
    this.steps.push(`rect ${numbers}`);
  }
}

export class FakeCanvas {
  width: number;
  height: number;
  /** Everything that was asked of it, in order. */
  readonly log: string[] = [];
  private readonly pen: unknown;

  constructor(width = 1, height = 1) {
    this.width = width;
    this.height = height;
    this.pen = new Proxy({ canvas: this } as Record<string, unknown>, {
      get: (target, name: string) => target[name] ?? ((...values: unknown[]) => this.note(name, values)),
      set: (target, name: string, value) => {
        if (target[name] !== value) this.note(name, [value]);
        target[name] = value;
        return true;
      },
    });
  }

  getContext(): never {
    return this.pen as never;
  }

  /** The log since the last call. */
  taken(): string[] {
    return this.log.splice(0);
  }

  private note(name: string, values: readonly unknown[]): void {
    this.log.push(`${name} ${values.map(nameOf).join(' ')}`);
  }
}

function nameOf(value: unknown): string {
  if (value instanceof FakePath) return value.steps.join(' ');
  return value instanceof FakeCanvas ? 'canvas' : String(value);
}
