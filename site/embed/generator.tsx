import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Form } from "../../engine/methodology/form.ts";
import type { Label } from "../../engine/methodology/schema.ts";
import { QrCode } from "../../widgets/out/qr-code.tsx";
import { plainWords } from "../../widgets/text/language.ts";
import { type Language, languages } from "../build/page.ts";
import { AnswersAhead } from "./answers-ahead.tsx";
import { generatorWords } from "./generator-words.ts";
import { type EmbedOptions, easyTag, textSizes, themes } from "./options.ts";
import { type Choice, frameAddress, linkAddress, type Way, waysFor } from "./snippets.ts";
import type { Versions } from "./versions.ts";

/** What the page holds for its script. */
export interface GeneratorPage {
  readonly language: Language;
  readonly root: string;
  readonly calculators: readonly {
    readonly id: string;
    readonly edition: string;
    readonly title: Label;
  }[];
}

/** The longest address that is still a code which a phone reads. */
const longestCode = 1_200;
const spokenLanguages = [...languages, easyTag] as const;

/** The page that makes what another site pastes, with a preview of it. */
export function Generator({
  page,
  home,
  loadForm,
  versions,
}: {
  readonly page: GeneratorPage;
  /** The address of the site; absent while it is not known, when the page is painted. */
  readonly home?: string;
  readonly loadForm?: (edition: string) => Promise<Form>;
  /** Absent while it is not known, and where there is none, in a copy of the site. */
  readonly versions?: Versions | undefined;
}): VNode {
  const text = generatorWords[page.language];
  const [id, setId] = useState(page.calculators[0]?.id ?? "");
  const [spoken, setSpoken] = useState<Language | typeof easyTag>(page.language);
  const language: Language = spoken === easyTag ? "ja" : spoken;
  const [theme, setTheme] = useState<EmbedOptions["theme"]>("auto");
  const [textSize, setTextSize] = useState<EmbedOptions["textSize"]>("normal");
  const [given, setGiven] = useState<ReadonlyMap<string, string>>(new Map());
  const [hide, setHide] = useState<readonly string[]>([]);
  const [isPinned, setPinned] = useState(false);
  const [form, setForm] = useState<Form>();
  const chosen = page.calculators.find((one) => one.id === id);

  useEffect(() => {
    let isCurrent = true;
    setForm(undefined);
    setGiven(new Map());
    setHide([]);
    const edition = chosen?.edition ?? "";
    void loadForm?.(edition).then(
      (loaded) => isCurrent && setForm(loaded),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [id, loadForm]);

  const answered = new Map([...given].filter(([, answer]) => answer.trim() !== ""));
  const isGiven = (one: string): boolean =>
    answered.has(one) || [...answered.keys()].some((name) => name.startsWith(`${one}.`));
  const choice: Choice | undefined =
    home === undefined || chosen === undefined
      ? undefined
      : {
          home,
          id,
          language,
          title: plainWords(chosen.title, language),
          options: {
            ...(spoken === easyTag ? { language: spoken } : {}),
            theme,
            textSize,
            given: answered,
            hide: hide.filter(isGiven),
          },
          version: isPinned ? versions : undefined,
        };
  return (
    <>
      <h1>{text.title}</h1>
      <p class="lead">{text.intro}</p>
      <div class="generator">
        <form aria-label={text.choose} onSubmit={(event) => event.preventDefault()}>
          <h2>{text.choose}</h2>
          <Pick
            id="methodology"
            label={text.methodology}
            value={id}
            onPick={setId}
            options={page.calculators.map((one) => [
              one.id,
              `${plainWords(one.title, page.language)} (${one.id})`,
            ])}
          />
          <Pick
            id="language"
            label={text.language}
            value={spoken}
            onPick={(one) => setSpoken(spokenLanguages.find((known) => known === one) ?? spoken)}
            options={[
              ["ja", "日本語"],
              [easyTag, "やさしい日本語"],
              ["en", "English"],
            ]}
          />
          <Pick
            id="theme"
            label={text.theme}
            value={theme}
            onPick={(one) => setTheme(themes.find((known) => known === one) ?? theme)}
            options={themes.map((one) => [one, text.themes[one]])}
          />
          <Pick
            id="text-size"
            label={text.textSize}
            value={textSize}
            onPick={(one) => setTextSize(textSizes.find((known) => known === one) ?? textSize)}
            options={textSizes.map((one) => [one, text.textSizes[one]])}
          />
          {versions !== undefined && (
            <>
              <Pick
                id="version"
                label={text.version}
                value={isPinned ? "pinned" : "stable"}
                onPick={(one) => setPinned(one === "pinned")}
                options={[
                  ["stable", text.stable],
                  ["pinned", `${text.pinned} (${versions.newest})`],
                ]}
              />
              <p>{text.versionHelp}</p>
            </>
          )}
          {form !== undefined && (
            <AnswersAhead
              key={id}
              form={form}
              language={page.language}
              given={given}
              hide={hide}
              onGive={(name, answer) => setGiven((now) => new Map([...now, [name, answer]]))}
              onHide={(one, isHidden) =>
                setHide((now) => [...now.filter((id) => id !== one), ...(isHidden ? [one] : [])])
              }
            />
          )}
        </form>
        <div>
          {choice !== undefined &&
            waysFor(choice).map((way) => (
              <WayToEmbed key={way.kind} way={way} language={page.language} choice={choice} />
            ))}
          {versions !== undefined && home !== undefined && (
            <section class="way" aria-labelledby="way-copy">
              <h2 id="way-copy">{text.ownCopy}</h2>
              <p>{text.ownCopyHelp}</p>
              <p>
                <a href={home + versions.zip.path} download>
                  {text.download}
                </a>{" "}
                (
                {(versions.zip.bytes / 1_000_000).toLocaleString(page.language, {
                  maximumFractionDigits: 1,
                })}{" "}
                MB)
              </p>
              <p>
                SHA-256: <code>{versions.zip.sha256}</code>
              </p>
            </section>
          )}
        </div>
      </div>
      {choice !== undefined && (
        <section aria-labelledby="preview">
          <h2 id="preview">{text.preview}</h2>
          {/* Another address makes another frame: a fragment alone would not load it anew. */}
          <iframe
            key={frameAddress(choice)}
            class="preview"
            src={frameAddress(choice)}
            title={`${text.preview}: ${choice.title}`}
          />
        </section>
      )}
    </>
  );
}

function Pick({
  id,
  label,
  value,
  options,
  onPick,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onPick: (value: string) => void;
}): VNode {
  return (
    <p class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => onPick(currentTarget.value)}>
        {options.map(([one, name]) => (
          <option key={one} value={one} selected={one === value}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}

/** One way: what it is for, what to paste, and what the policy of the site needs. */
function WayToEmbed({
  way: { kind, snippet, policy },
  language,
  choice,
}: {
  readonly way: Way;
  readonly language: Language;
  readonly choice: Choice;
}): VNode {
  const text = generatorWords[language];
  const [name, help] = text.ways[kind];
  const [said, setSaid] = useState("");
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(snippet);
      setSaid(text.copied);
    } catch {
      setSaid(text.notCopied);
    }
  };
  const address = linkAddress(choice);
  return (
    <section class="way" aria-labelledby={`way-${kind}`}>
      <h2 id={`way-${kind}`}>{name}</h2>
      <p>{help}</p>
      <textarea
        readOnly
        rows={4}
        spellcheck={false}
        aria-label={`${text.snippet}: ${name}`}
        value={snippet}
      />
      <p class="copy">
        <button type="button" onClick={() => void copy()}>
          {text.copy}
          <span class="unseen">: {name}</span>
        </button>
        <span role="status">{said}</span>
      </p>
      {policy === undefined ? (
        <p>{text.noPolicy}</p>
      ) : (
        <p>
          {text.policy}: <code>{policy}</code>
        </p>
      )}
      {kind === "link" &&
        (address.length > longestCode ? (
          <p>{text.qrTooLong}</p>
        ) : (
          <QrCode address={address} name={text.qr} />
        ))}
    </section>
  );
}
