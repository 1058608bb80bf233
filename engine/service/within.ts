/**
 * What some work comes to, or `undefined` where it fails or takes longer. A page that was blocked for that long first
 * takes in what has come meanwhile.
 */
export function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => setTimeout(resolve), milliseconds);
    const end = (value?: T) => {
      clearTimeout(timer);
      resolve(value);
    };
    work.then(end, () => end());
  });
}
