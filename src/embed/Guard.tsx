import { Component, type ReactNode } from 'react';
import { useEmbed } from '../i18n';
import { Button } from '../ui';
import { useEmbedModel } from './context';
import type { Embed } from './model';

interface GuardProps {
  readonly children: ReactNode;
}

/** What throws inside, or cannot be fetched, takes nothing else with it; the page around is told. */
export function Guard({ children }: GuardProps) {
  return <Boundary embed={useEmbedModel()}>{children}</Boundary>;
}

class Boundary extends Component<GuardProps & { readonly embed: Embed }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.embed.fail(error);
  }

  override render(): ReactNode {
    return this.state.failed ? <Failed onAgain={() => this.setState({ failed: false })} /> : this.props.children;
  }
}

function Failed({ onAgain }: { readonly onAgain: () => void }) {
  const texts = useEmbed();
  return (
    <div className="embed__fault" role="alert">
      <p>{texts.missing}</p>
      <Button onClick={onAgain}>{texts.retry}</Button>
    </div>
  );
}
