import { Component, type ReactNode } from 'react';
import { useTexts } from '../i18n';
import { type AppStore, useAppStore } from '../store';
import { Button } from '../ui';

interface BoundaryProps {
  readonly store: AppStore;
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly error: unknown;
}

/** Catches what nobody expected, also in the clock and in promises, and keeps the run. */
class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { error: error ?? new Error('unknown') };
  }

  override componentDidMount(): void {
    window.addEventListener('error', this.onError);
    window.addEventListener('unhandledrejection', this.onRejection);
  }

  override componentWillUnmount(): void {
    window.removeEventListener('error', this.onError);
    window.removeEventListener('unhandledrejection', this.onRejection);
  }

  private readonly onError = (event: ErrorEvent) => {
    // Events without an error are notes of the browser, such as a late ResizeObserver.
    if (event.error instanceof Error) this.stop(event.error);
  };

  private readonly onRejection = (event: PromiseRejectionEvent) => this.stop(event.reason);

  private stop(error: unknown): void {
    this.setState({ error });
    attempt(() => this.props.store.pause());
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return <Failure error={error} onResume={() => this.setState({ error: null })} />;
  }
}

export function ErrorBoundary({ children }: { readonly children: ReactNode }) {
  const store = useAppStore();
  return <Boundary store={store}>{children}</Boundary>;
}

function Failure({ error, onResume }: { readonly error: unknown; readonly onResume: () => void }) {
  const store = useAppStore();
  const texts = useTexts().app.error;
  const address = attempt(() => `${location.href.split('#')[0]}${store.address() ?? location.hash}`) ?? location.href;
  const detail = error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);
  return (
    <main className="failure" role="alert">
      <h1>{texts.title}</h1>
      <p>{texts.text}</p>
      <p className="failure__message">{error instanceof Error ? error.message : String(error)}</p>
      <p>
        <a className="failure__address" href={address}>
          {address.length > 160 ? `${address.slice(0, 160)}…` : address}
        </a>
      </p>
      <div className="button-row">
        <Button variant="primary" onClick={onResume}>
          {texts.resume}
        </Button>
        <Button onClick={() => copy(address)}>{texts.copy}</Button>
        <Button onClick={() => copy(`${address}\n\n${detail}`)}>{texts.copyDetail}</Button>
        <Button
          onClick={() => {
            attempt(() => store.newCluster(5));
            onResume();
          }}
        >
          {texts.fresh}
        </Button>
      </div>
      <details>
        <summary>{texts.detail}</summary>
        <pre>{detail}</pre>
      </details>
    </main>
  );
}

function copy(text: string): void {
  navigator.clipboard?.writeText(text).catch(() => {});
}

/** What the work gives, or null where it throws: the page that reports an error must not fail itself. */
function attempt<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch {
    return null;
  }
}
