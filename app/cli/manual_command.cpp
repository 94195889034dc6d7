// kinglet manual: what packages are made with; hidden, for who installs Kinglet never needs it.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/manual/manual.h"

namespace kinglet::cli {

void addManualCommand(CLI::App& app) {
  const auto form = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("manual", "Write the man page, or the completions of a shell");
  command->group("");
  command->add_option("FORM", *form, "man, bash, zsh or fish")
      ->required()
      ->check(CLI::IsMember({"man", "bash", "zsh", "fish"}));
  command->callback([form, &app] {
    const CommandManual program = manualOf(app);
    if (*form == "man")
      std::cout << manPage(program, KINGLET_VERSION);
    else if (*form == "bash")
      std::cout << bashCompletion(program);
    else if (*form == "zsh")
      std::cout << zshCompletion(program);
    else
      std::cout << fishCompletion(program);
  });
}

}  // namespace kinglet::cli
