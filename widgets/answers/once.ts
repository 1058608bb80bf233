/** Work whose answer hangs on one object alone, done once for each object and kept as long as that is. */
export function once<Of extends object, Answer>(work: (of: Of) => Answer): (of: Of) => Answer {
  const known = new WeakMap<Of, { readonly answer: Answer }>();
  return (of) => {
    const done = known.get(of) ?? { answer: work(of) };
    known.set(of, done);
    return done.answer;
  };
}
