import { Argument, Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { readPeriodCell } from "../batch/period.ts";
import { parseDay, parsePeriod } from "../methodology/period.ts";
import { readExact, sign } from "../quantity/exact.ts";
import { engineVersion } from "../version.ts";
import { seekCommand, sensitivityCommand } from "./assessment-commands.ts";
import { templateCommand, writeMappingCommand } from "./batch-begin-commands.ts";
import { batchCommand } from "./batch-command.ts";
import { mostJobs } from "./batch-pool.ts";
import { checkCommand } from "./check-command.ts";
import { evalCommand } from "./eval-command.ts";
import { listCommand } from "./list-command.ts";
import { type NamedTable, namedTable } from "./replacements.ts";
import { schemaCommand } from "./schema-command.ts";
import { showCommand } from "./show-command.ts";
import type { ExitStatus, Language, Terminal } from "./terminal.ts";
import { testCommand } from "./test-command.ts";
import { faultIn, usageIn } from "./usage.ts";

/**
 * The command line: `santei list | show | check | test | eval | seek | sensitivity | batch | schema`.
 *
 * Results go to standard output, issues to standard error. Status 0: done; 1: issues in files or answers; 2: wrong usage.
 */
export async function santei(
  arguments_: readonly string[],
  terminal: Terminal,
): Promise<ExitStatus> {
  const language = languageAsked(arguments_) ?? terminal.language;
  const speaking: Terminal = { ...terminal, language };
  let status: ExitStatus = 0;
  const program = programOf(speaking, async (work) => {
    status = await work;
  });
  if (arguments_.length === 0) {
    terminal.err(program.helpInformation());
    return 2;
  }
  try {
    await program.parseAsync(arguments_, { from: "user" });
    return status;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
}

/** Help and faults of usage are told in the language asked for, wherever on the line it is. */
function languageAsked(arguments_: readonly string[]): Language | undefined {
  const line = arguments_.join("\0");
  return /(?:^|\0)--lang[=\0](ja|en)(?:\0|$)/.exec(line)?.[1] as Language | undefined;
}

function programOf(terminal: Terminal, end: (work: Promise<ExitStatus>) => Promise<void>): Command {
  const { language } = terminal;
  const usage = usageIn[language];
  const lang = () => new Option("--lang <language>", usage.lang).choices(["ja", "en"]);
  const json = () => new Option("--json", usage.json);
  const asOf = () => new Option("--as-of <date>", usage.asOf).argParser(day);
  const day = (text: string): string => {
    if (parseDay(text) === undefined) throw new InvalidArgumentError(usage.dayWanted);
    return text;
  };

  const period = (text: string): string => {
    const read = readPeriodCell(text);
    const written = typeof read === "string" ? read : `${read.from}..${read.to}`;
    if (parsePeriod(read) === undefined) throw new InvalidArgumentError(usage.periodWanted);
    return written;
  };

  const jobs = (text: string): number => {
    const count = /^[1-9]\d{0,2}$/.test(text) ? Number.parseInt(text, 10) : 0;
    if (count < 1 || count > mostJobs) throw new InvalidArgumentError(usage.jobsWanted);
    return count;
  };

  const table = (text: string, before: readonly NamedTable[] = []): readonly NamedTable[] => {
    const named = namedTable(text);
    if (named === undefined) throw new InvalidArgumentError(usage.tableWanted);
    return [...before, named];
  };

  const share = (text: string): string => {
    const read = readExact(text);
    if (read === undefined || sign(read) <= 0) throw new InvalidArgumentError(usage.shareWanted);
    return text;
  };

  const program = new Command("santei")
    .description(usage.santei)
    .version(engineVersion, "-V, --version", usage.version)
    .helpOption("-h, --help", usage.help)
    .helpCommand("help [command]", usage.helpCommand)
    .addOption(lang())
    .exitOverride()
    .showHelpAfterError(usage.hint)
    .enablePositionalOptions()
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      outputError: (text, write) => write(faultIn(text, language)),
    })
    .configureHelp({
      styleTitle: (title) => usage.titles[title] ?? title,
      optionDescription: describeOption,
      argumentDescription: describeOption,
    });

  function describeOption({
    description,
    argChoices,
    defaultValue,
  }: Pick<Option, "description" | "argChoices" | "defaultValue">): string {
    const remarks = [
      ...(argChoices === undefined ? [] : [`${usage.choices}: ${argChoices.join(", ")}`]),
      ...(defaultValue === undefined ? [] : [`${usage.default}: ${defaultValue}`]),
    ];
    return remarks.length === 0 ? description : `${description} (${remarks.join("; ")})`;
  }

  const command = (
    name: "list" | "show" | "check" | "test" | "eval" | "seek" | "sensitivity" | "batch" | "schema",
  ): Command =>
    program
      .command(name)
      .helpOption("-h, --help", usage.help)
      .description(usage[name])
      .addOption(lang());

  command("list")
    .addOption(json())
    .action((options) => end(listCommand(terminal, options)));
  command("show")
    .argument("<methodology>", usage.methodology)
    .addOption(json())
    .action((reference, options) => end(showCommand(terminal, reference, options)));
  command("check")
    .argument("[paths...]", usage.references)
    .addOption(json())
    .action((references, options) => end(checkCommand(terminal, references, options)));
  command("test")
    .argument("[paths...]", usage.references)
    .option("--mutants", usage.mutants)
    .addOption(asOf())
    .addOption(json())
    .action((references, options) => end(testCommand(terminal, references, options)));
  command("eval")
    .argument("<methodology>", usage.methodology)
    .requiredOption("--answers <file>", usage.answers)
    .addOption(new Option("--mode <mode>", usage.mode).choices(["official", "estimate", "range"]))
    .addOption(asOf())
    .option("--explain", usage.explain)
    .option("--table <name=file>", usage.table, table)
    .addOption(json())
    .action((reference, options) => end(evalCommand(terminal, reference, options)));
  command("seek")
    .argument("<methodology>", usage.methodology)
    .requiredOption("--answers <file>", usage.answers)
    .requiredOption("--change <place>", usage.change)
    .requiredOption("--from <figure>", usage.from)
    .requiredOption("--to <figure>", usage.to)
    .requiredOption("--step <figure>", usage.step)
    .requiredOption("--at-least <figure>", usage.atLeast)
    .option("--output <id>", usage.output)
    .addOption(new Option("--mode <mode>", usage.mode).choices(["official", "estimate", "range"]))
    .addOption(asOf())
    .addOption(json())
    .action((reference, options) => end(seekCommand(terminal, reference, options)));
  command("sensitivity")
    .argument("<methodology>", usage.methodology)
    .requiredOption("--answers <file>", usage.answers)
    .option("--output <id>", usage.output)
    .addOption(new Option("--by <share>", usage.by).argParser(share).default("0.1"))
    .addOption(new Option("--mode <mode>", usage.mode).choices(["official", "estimate", "range"]))
    .addOption(asOf())
    .addOption(json())
    .action((reference, options) => end(sensitivityCommand(terminal, reference, options)));
  command("batch")
    .argument("<methodology>", usage.methodology)
    .option("--in <file>", usage.in)
    .option("--out <file>", usage.out)
    .option("--rejects <file>", usage.rejects)
    .addOption(
      new Option("--rows <kind>", usage.rows).choices(["projects", "items"]).default("projects"),
    )
    .option("--case <column>", usage.case)
    .addOption(new Option("--period <period>", usage.period).argParser(period))
    .option("--sheet <name>", usage.sheet)
    .option("--mapping <file>", usage.mapping)
    .option("--write-mapping <file>", usage.writeMapping)
    .option("--template <file>", usage.template)
    .addOption(new Option("--jobs <n>", usage.jobs).argParser(jobs))
    .addOption(new Option("--mode <mode>", usage.mode).choices(["official", "estimate", "range"]))
    .addOption(asOf())
    .addOption(json())
    .action((reference, options, own: Command) => {
      // What was not said may be told by a mapping.
      const isSaid = own.getOptionValueSource("rows") === "cli";
      const said = { ...options, rows: isSaid ? options.rows : undefined };
      if (options.template !== undefined) return end(templateCommand(terminal, reference, said));
      const wanted = options.writeMapping === undefined ? ["in", "out"] : ["in"];
      const missing = wanted.find((name) => options[name] === undefined);
      if (missing !== undefined) {
        own.error(`error: required option '--${missing} <file>' not specified`);
      }
      return options.writeMapping === undefined
        ? end(batchCommand(terminal, reference, said))
        : end(writeMappingCommand(terminal, reference, said));
    });
  command("schema")
    .addArgument(
      new Argument("[document]", usage.document)
        .choices(["methodology", "answers", "result"])
        .default("methodology"),
    )
    .addOption(json())
    .action((document) => end(schemaCommand(terminal, document)));
  return program;
}
