import { hydrate, render } from "preact";
import type { Form } from "../../engine/methodology/form.ts";
import { Generator, type GeneratorPage } from "./generator.tsx";
import "./generator.css";
import type { Versions } from "./versions.ts";

/** The script of the page that makes snippets. */
function start(): void {
  const data = document.getElementById("page")?.textContent;
  const root = document.getElementById("generator");
  if (data == null || root === null) return;
  const page: GeneratorPage = JSON.parse(data);
  const home = new URL(page.root, location.href).href;
  const loadForm = async (edition: string): Promise<Form> => {
    const answer = await fetch(`${home}methodologies/${edition}/form.json`);
    return await answer.json();
  };
  // Painted without an address, which only the browser knows.
  hydrate(<Generator page={page} />, root);
  const draw = (versions?: Versions): void =>
    render(<Generator page={page} home={home} loadForm={loadForm} versions={versions} />, root);
  setTimeout(() => draw());
  // A copy of the site has no versions.
  void fetch(`${home}versions.json`).then(
    async (answer) => answer.ok && draw(await answer.json()),
    () => undefined,
  );
}

start();
