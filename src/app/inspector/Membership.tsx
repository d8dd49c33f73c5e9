import { formatNumber, useInspectorTexts } from '../../i18n';
import { Fact } from './Facts';
import type { ServerState } from './server-state';

/** What the server knows of the members, its snapshot, and what a leader has to do beside its log. */
export function Membership({ state }: { readonly state: ServerState }) {
  const texts = useInspectorTexts();
  const words = texts.app.server;
  const { configuration, configurationIndex, commitIndex, base, baseTerm, baseDurable, priority } = state;
  const committed = configurationIndex <= commitIndex;
  return (
    <dl className="duties">
      <Fact name={words.configuration}>
        {words.configurationValue(configuration.voters, configuration.next)}
        {configurationIndex === 0 ? '' : ` · ${words.configurationEntry(configurationIndex, committed)}`}
      </Fact>
      <Fact name={words.snapshot}>{base === 0 ? words.none : words.snapshotValue(base, baseTerm, baseDurable)}</Fact>
      {priority === null ? null : <Fact name={words.priority}>{formatNumber(priority)}</Fact>}
      <Duties state={state} />
    </dl>
  );
}

function Duties({ state: { duties, leases } }: { readonly state: ServerState }) {
  const texts = useInspectorTexts();
  const words = texts.app.server;
  if (duties === null) return null;
  const { transferTo, catchUp, readsWaiting, hasLease } = duties;
  return (
    <>
      <Fact name={words.lease}>{leases ? (hasLease ? words.leaseHeld : words.leaseOver) : words.leaseUnused}</Fact>
      {readsWaiting === 0 ? null : <Fact name={words.reads}>{words.readsValue(readsWaiting)}</Fact>}
      {transferTo === null ? null : <Fact name={words.transfer}>{texts.common.server(transferTo)}</Fact>}
      {catchUp === null ? null : (
        <Fact name={words.catchUp}>{words.catchUpValue(catchUp.newcomers, catchUp.round, catchUp.target)}</Fact>
      )}
    </>
  );
}
