import type { VNode } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { readMapping, writeMapping } from "../../engine/portfolio/saved-mapping.ts";
import { saveFile } from "../../widgets/out/save-file.ts";
import type { Language } from "../build/page.ts";
import { ChooseFile } from "./choose-file.tsx";
import { ChooseMethodology } from "./choose-methodology.tsx";
import { Columns } from "./columns.tsx";
import { saveBlob } from "./downloads.tsx";
import type { PortfolioEngine } from "./engine.ts";
import { InTurn } from "./in-turn.tsx";
import type { PortfolioMethodology } from "./page-data.ts";
import { portfolioWords } from "./portfolio-words.ts";
import { RowMeaning } from "./row-meaning.tsx";
import { RunArea } from "./run-area.tsx";
import { useDesk } from "./use-desk.ts";

const mostMappingBytes = 4 * 1024 * 1024;

/** The six steps of a portfolio, on one page. Files are read in the worker; here are windows of rows and statistics. */
export function Portfolio({
  language,
  methodologies,
  engine,
}: {
  readonly language: Language;
  readonly methodologies: readonly PortfolioMethodology[];
  /** Absent while the page is painted. */
  readonly engine?: PortfolioEngine | undefined;
}): VNode {
  const text = portfolioWords[language];
  const client = engine?.client;
  const desk = useDesk(client, methodologies);
  const [said, setSaid] = useState("");
  const { methodology, opened, mapping, isReading, fileIssues } = desk;

  // What happens by itself is said once.
  useEffect(() => {
    if (isReading) setSaid(text.reading);
    else if (fileIssues !== undefined) setSaid(text.notRead);
    else if (opened !== undefined) setSaid(text.read(opened.file.name, opened.look.header.length));
  }, [isReading, fileIssues, opened]);

  const saveMapping = (): void => {
    if (mapping === undefined || opened === undefined) return;
    const name = `${opened.file.name.replace(/\.[^.]*$/, "")}-${methodology.id}-mapping.json`;
    saveFile(name, writeMapping(mapping), "application/json");
    setSaid(text.saved(name));
  };
  const openMapping = async (file: File): Promise<void> => {
    const tooLong = file.size > mostMappingBytes;
    const found = tooLong ? undefined : readMapping(await file.text());
    if (found?.ok !== true) setSaid(text.mappingNotRead(file.name));
    else if (found.value.methodology.id !== methodology.id) {
      setSaid(text.mappingOfOther(found.value.methodology.id));
    } else {
      desk.take(found.value);
      setSaid(text.mappingOpened(file.name));
    }
  };
  // Many columns with many questions each: drawn again only when they have changed.
  const columns = useMemo(
    () => (
      <Columns
        language={language}
        desk={desk}
        onSave={saveMapping}
        onOpen={(file) => void openMapping(file)}
      />
    ),
    [language, opened, mapping, desk.issues, methodology],
  );
  return (
    <>
      <h1>{text.title}</h1>
      <p class="lead">
        {text.intro} {text.quiet}
      </p>
      <p class="said" role="status">
        {said}
      </p>
      <div class="portfolio">
        <InTurn turn={language} lang={language} isWhole>
          <ChooseMethodology
            language={language}
            methodologies={methodologies}
            chosen={methodology}
            onChoose={desk.setMethodology}
            onTemplate={({ rows, as }) => {
              if (client === undefined) return;
              const request = { methodology: methodology.edition, language, as, rows };
              const name = `${methodology.id}-${rows}-template.${as}`;
              void saveBlob(name, as, client.template(request), language, setSaid);
            }}
          />
          <ChooseFile language={language} desk={desk} />
          <RowMeaning language={language} desk={desk} />
          {columns}
          <RunArea language={language} desk={desk} engine={engine} onSay={setSaid} />
        </InTurn>
      </div>
    </>
  );
}
