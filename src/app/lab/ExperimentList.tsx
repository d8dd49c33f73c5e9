import { EXPERIMENT_IDS } from '../../lab';
import { Icon } from '../../ui';
import { OWN } from './address';
import { useLab } from './context';

/** All experiments, each with what it asks. `fault`: the address named one that is none. */
export function ExperimentList({ fault }: { readonly fault: boolean }) {
  const texts = useLab();
  return (
    <main className="lab-list">
      <div className="lab-list__head">
        <h1 className="lab__title">{texts.heading}</h1>
        <p className="lab__about">{texts.intro}</p>
        {fault ? (
          <p className="lab__fault" role="status">
            {texts.unknown}
          </p>
        ) : null}
      </div>
      <ul className="lab-list__items">
        {[...EXPERIMENT_IDS, OWN.id].map((id) => (
          <li key={id}>
            <a className="lab-list__item" href={`#lab=${id}`}>
              <h2>
                {texts.experiments[id].title}
                <Icon name="next" />
              </h2>
              <p>{texts.experiments[id].about}</p>
            </a>
          </li>
        ))}
      </ul>
    </main>
  );
}
