import { BUILDER, loadContents, SCENES } from '../../i18n';
import { DoorHeader } from '../DoorHeader';
import { later } from '../later';
import { classOf, LayoutProvider, useWindowLayout } from '../layout';
import './builder.css';

/** The page that makes embeds. */
export function BuilderDoor({ link }: { readonly link: string | null }) {
  const layout = useWindowLayout();
  return (
    <LayoutProvider value={layout}>
      <div className={`builder ${classOf(layout).replaceAll('page', 'builder')}`}>
        <DoorHeader door="embed" />
        <Later link={link} />
      </div>
    </LayoutProvider>
  );
}

const Later = later<{ readonly link: string | null }>(
  async (language) => {
    const [{ Builder }] = await Promise.all([
      import('./Builder'),
      BUILDER.load(language),
      SCENES.load(language),
      loadContents(language),
    ]);
    return Builder;
  },
  ({ children }) => <main className="builder__main">{children}</main>,
);
