/** The first stop of the keyboard: to what the page is about. It leaves the address as it is, which names a run. */
export function SkipLink({ target, children }: { readonly target: string; readonly children: string }) {
  return (
    <a
      className="skip"
      href={`#${target}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(target)?.focus();
      }}
    >
      {children}
    </a>
  );
}
