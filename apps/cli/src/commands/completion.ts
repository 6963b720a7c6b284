/** A command as a shell completes it. */
export type Completable = Readonly<{
  name: string;
  summary: string;
  /** Values of its first argument; where there are none files are offered. */
  values: readonly string[];
  options: readonly Readonly<{ name: string; takesValue: boolean; takesFile: boolean; help: string; values: readonly string[] }>[];
}>;

const single = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** A script for bash. */
export function bash(commands: readonly Completable[]): string {
  const cases = commands.flatMap(({ name, values, options }) => [
    ...options
      .filter((option) => option.values.length > 0)
      .map((option) => `    ${name}:${option.name}) words=${single(option.values.join(' '))} ;;`),
    ...options
      .filter((option) => option.values.length === 0 && option.takesValue)
      .map((option) => `    ${name}:${option.name}) words='' ;;`),
    `    ${name}:*) words=${single([...options.map((option) => option.name), ...values].join(' '))} ;;`,
  ]);
  return `# kithline for bash: source <(kithline completion bash)
_kithline() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command='' words='' i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in --data) ((i++)) ;; -*) ;; *) command=\${COMP_WORDS[i]}; break ;; esac
  done
  if [[ -z $command ]]; then
    COMPREPLY=($(compgen -W ${single(commands.map(({ name }) => name).join(' '))} -- "$word"))
    return
  fi
  case "$command:$before" in
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
  if [[ \${#COMPREPLY[@]} -eq 0 && $word != -* ]]; then COMPREPLY=($(compgen -f -- "$word")); fi
}
complete -o filenames -F _kithline kithline
`;
}

/** A script for zsh. */
export function zsh(commands: readonly Completable[]): string {
  const described = (name: string, help: string): string =>
    single(`${name.replaceAll(':', String.raw`\:`)}:${help.replaceAll(':', String.raw`\:`)}`);
  const functions = commands.map(({ name, values, options }) => {
    const rules = options.map((option) => {
      const value = option.values.length > 0 ? `:value:(${option.values.join(' ')})` : option.takesFile ? ':file:_files' : ':value:';
      return single(`*${option.name}[${option.help.replaceAll(/[[\]:]/g, String.raw`\$&`)}]${option.takesValue ? value : ''}`);
    });
    const rest = values.length > 0 ? single(`1:argument:(${values.join(' ')})`) : single('*:argument:_files');
    return `    ${name}) _arguments ${[...rules, rest].join(' ')} ;;`;
  });
  return `#compdef kithline
# kithline for zsh: kithline completion zsh > "\${fpath[1]}/_kithline"
_kithline() {
  local -a commands=(${commands.map(({ name, summary }) => described(name, summary)).join(' ')})
  if ((CURRENT == 2)); then
    _describe command commands
    return
  fi
  local command=\${words[2]}
  shift words
  ((CURRENT--))
  case $command in
${functions.join('\n')}
  esac
}
compdef _kithline kithline
`;
}

/** A script for fish. */
export function fish(commands: readonly Completable[]): string {
  const lines = commands.flatMap(({ name, summary, values, options }) => {
    const within = `complete -c kithline -n ${single(`__fish_seen_subcommand_from ${name}`)}`;
    return [
      `complete -c kithline -n __fish_use_subcommand -f -a ${name} -d ${single(summary)}`,
      ...(values.length > 0 ? [`${within} -f -a ${single(values.join(' '))}`] : []),
      ...options.map((option) => {
        const value =
          option.values.length > 0
            ? ` -x -a ${single(option.values.join(' '))}`
            : option.takesFile
              ? ' -r'
              : option.takesValue
                ? ' -x'
                : '';
        return `${within} -l ${option.name.slice(2)}${value} -d ${single(option.help)}`;
      }),
    ];
  });
  return `# kithline for fish: kithline completion fish | source\n${lines.join('\n')}\n`;
}
