/**
 * `embed.js`: the custom element `<raftarium-embed>`. It shows what stands inside of it as a poster, and puts the frame in
 * when it is needed. Its attributes are the parameters of `embed.html`; its methods are the commands of the message API.
 */

const NAMES = (
  'scenario story challenge run t servers seed autoplay loop speed controls views ' +
  'theme scale motion lang allow hotkeys sync role origin'
).split(' ');
const COMMANDS = (
  'play pause seek step setSpeed load reset getState getLink getEmbedCode act branch ' +
  'setTheme setLang setViews describe screenshot on'
).split(' ');

const STYLE = [
  ':host{display:block;position:relative;box-sizing:border-box;width:640px;max-width:100%;aspect-ratio:640/302;',
  'overflow:hidden;border-radius:12px;box-shadow:0 0 0 1px #8884}',
  ':host([hidden]){display:none}',
  'iframe,.poster,button{position:absolute;inset:0;width:100%;height:100%;border:0}',
  '.poster{display:grid;place-items:center;text-align:center}',
  '::slotted(*){max-width:100%;max-height:100%}',
  'button{background:none;cursor:pointer;color:inherit}',
  'i{display:grid;place-items:center;width:64px;height:64px;margin:auto;padding-left:5px;box-sizing:border-box;',
  'border-radius:50%;background:#171b21;color:#fff;font:26px/1 system-ui;box-shadow:0 0 0 3px #fff}',
  'button:focus-visible i{outline:3px solid #2f62e0;outline-offset:4px}',
  '.ready .poster,.ready button{visibility:hidden}',
  '@media print{:host{aspect-ratio:auto;height:auto!important}iframe,button{display:none}',
  '.poster,.ready .poster{position:static;display:block;height:auto;visibility:visible}}',
].join('');

/** Where this script lies: `embed.html` lies beside it. */
const base = (document.currentScript as HTMLScriptElement | null)?.src ?? document.baseURI;

type Message = Readonly<Record<string, unknown>>;
type Answer = { done: (value: unknown) => void; failed: (error: Error) => void };

class RaftariumEmbed extends HTMLElement {
  static observedAttributes = [...NAMES, 'width', 'height'];

  readonly #box = document.createElement('div');
  #frame: HTMLIFrameElement | null = null;
  #ready = false;
  #queue: Message[] = [];
  #count = 0;
  readonly #answers = new Map<number, Answer>();
  #end = new AbortController();
  #sheet = new CSSStyleSheet();

  connectedCallback(): void {
    this.#end = new AbortController();
    const { signal } = this.#end;
    if (this.shadowRoot === null) this.#build(this.attachShadow({ mode: 'open' }));
    this.#size();
    window.addEventListener('message', (event) => this.#hear(event), { signal });
    window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#follow(), { signal });
    const watch = new MutationObserver(() => this.#follow());
    for (const element of [document.documentElement, document.body]) watch.observe(element, { attributes: true });
    signal.addEventListener('abort', () => watch.disconnect());
    const load = this.getAttribute('load');
    if (load === 'eager') this.open();
    else if (load === 'click') this.#offer();
    else this.#await(signal);
  }

  disconnectedCallback(): void {
    this.destroy();
    this.#end.abort();
  }

  attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    if (name === 'width' || name === 'height') this.#size();
    else if (this.#frame === null || before === value) return;
    else if (name === 'theme') this.#follow();
    else if (name === 'views' || name === 'lang') {
      this.command(name === 'views' ? 'setViews' : 'setLang', { [name]: value ?? 'auto' }).catch(() => undefined);
    } else {
      this.destroy();
      this.open();
    }
  }

  /** Puts the frame in now. */
  open(): void {
    if (this.#frame !== null) return;
    const frame = document.createElement('iframe');
    frame.title = this.getAttribute('title') ?? 'Raftarium';
    frame.allow = 'fullscreen; clipboard-write; screen-wake-lock';
    frame.src = this.#address();
    this.#frame = frame;
    this.#box.append(frame);
  }

  /** Takes the frame out again; the poster is back. */
  destroy(): void {
    this.#frame?.remove();
    this.#frame = null;
    this.#ready = false;
    this.#box.className = '';
    for (const { failed } of this.#answers.values()) failed(new Error('The embed was taken away.'));
    this.#answers.clear();
    this.#queue = [];
  }

  /** Sends a command, brings the frame in for it, and resolves with the answer. */
  command(type: string, fields: object = {}): Promise<unknown> {
    const id = ++this.#count;
    this.open();
    return new Promise((done, failed) => {
      this.#answers.set(id, { done, failed });
      this.#send({ ...fields, raftarium: 1, id, type });
    });
  }

  #send(message: Message): void {
    if (!this.#ready) this.#queue.push(message);
    else this.#frame?.contentWindow?.postMessage(message, new URL(base).origin);
  }

  #hear({ source, data }: MessageEvent): void {
    if (this.#frame === null || data?.raftarium !== 1) return;
    if (source !== this.#frame.contentWindow) {
      // What other embeds say about turns: no frame of theirs reaches the one in here.
      if (data.type === 'turn' && this.#ready) this.#frame.contentWindow?.postMessage(data, new URL(base).origin);
      return;
    }
    const { type, id, ok, value, error } = data;
    if (type === 'reply') {
      const answer = this.#answers.get(id);
      this.#answers.delete(id);
      if (ok) answer?.done(value);
      else answer?.failed(new Error(String(error)));
      return;
    }
    if (type === 'ready') {
      this.#ready = true;
      this.#box.className = 'ready';
      for (const message of this.#queue.splice(0)) this.#send(message);
    }
    if (type === 'resize' && this.getAttribute('height') === 'auto') {
      this.#sheet.replaceSync(`${STYLE}:host{aspect-ratio:auto;height:${Number(data.height)}px}`);
    }
    this.dispatchEvent(new CustomEvent(String(type), { detail: data }));
  }

  #build(root: ShadowRoot): void {
    root.adoptedStyleSheets = [this.#sheet];
    const poster = document.createElement('div');
    poster.className = 'poster';
    poster.append(document.createElement('slot'));
    this.#box.append(poster);
    root.append(this.#box);
  }

  #size(): void {
    const [width, height] = ['width', 'height'].map((name) => Number(this.getAttribute(name)) || 0);
    const ratio = width > 0 && height > 0 ? `aspect-ratio:${width}/${height};` : '';
    this.#sheet.replaceSync(`${STYLE}:host{${ratio}${width > 0 ? `width:${width}px` : ''}}`);
  }

  /** A button over the poster. */
  #offer(): void {
    const button = document.createElement('button');
    button.setAttribute('aria-label', this.getAttribute('title') ?? 'Raftarium');
    const sign = document.createElement('i');
    sign.textContent = '▶';
    button.append(sign);
    button.onclick = () => {
      this.open();
      this.command('play').catch(() => undefined);
      button.remove();
    };
    this.#box.append(button);
  }

  #await(signal: AbortSignal): void {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        this.open();
      },
      { rootMargin: '300px' },
    );
    observer.observe(this);
    signal.addEventListener('abort', () => observer.disconnect());
  }

  #address(): string {
    const fields = NAMES.flatMap((name) => {
      const value = name === 'theme' ? this.#theme() : this.getAttribute(name);
      return value === null ? [] : [[name, value]];
    });
    const query = new URLSearchParams(fields.filter(([name]) => name !== 'run'));
    const run = this.getAttribute('run');
    return new URL(`embed.html?${query}${run === null ? '' : `#run=${run}`}`, base).href;
  }

  /** The theme that was asked for; `auto` is what the page around is in. */
  #theme(): string {
    const wanted = this.getAttribute('theme') ?? 'auto';
    if (wanted !== 'auto') return wanted;
    const scheme = getComputedStyle(this).colorScheme;
    const [light, dark] = ['light', 'dark'].map((name) => scheme.includes(name));
    if (light !== dark) return dark ? 'dark' : 'light';
    return light && window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }

  #follow(): void {
    if (this.#frame !== null) this.command('setTheme', { theme: this.#theme() }).catch(() => undefined);
  }
}

for (const type of COMMANDS) {
  Object.defineProperty(RaftariumEmbed.prototype, type, {
    value(this: RaftariumEmbed, fields: unknown) {
      // The one thing that most commands need can be given as it is.
      const name = KEYS[type];
      const isFields = typeof fields === 'object' && fields !== null && !Array.isArray(fields) && type !== 'act';
      return this.command(type, isFields ? fields : name === undefined ? {} : { [name]: fields });
    },
  });
}

const KEYS: Readonly<Record<string, string>> = {
  seek: 't',
  setSpeed: 'speed',
  act: 'action',
  setTheme: 'theme',
  setLang: 'lang',
  setViews: 'views',
  on: 'events',
  screenshot: 'as',
};

if (customElements.get('raftarium-embed') === undefined) customElements.define('raftarium-embed', RaftariumEmbed);
