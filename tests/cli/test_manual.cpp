// The man page and the completions, held against --help: nothing that it shows is missing in any of them.
// Shells that are here are asked themselves.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "data/temporary_folder.h"
#include "run_command.h"

namespace {

namespace fs = std::filesystem;
using ::kinglet::testing::runCommand;
using ::testing::HasSubstr;
using Words = std::set<std::string>;

struct Help {
  std::string command;  // "energy fit"; "" for the program
  Words options, commands;
  std::vector<std::string> choices;  // "--strategy hybrid"
};

Help helpOf(const std::string& command) {
  const auto result = runCommand(command + " --help");
  EXPECT_EQ(result.code, 0) << command;
  Help help{command, {}, {}, {}};
  std::istringstream lines(result.out);
  std::string section;
  const std::regex option("(-[A-Za-z]|--[a-z0-9-]+)"), choices("^  (--[a-z0-9-]+) TEXT:\\{([^}]*)\\}");
  for (std::string line; std::getline(lines, line);) {
    std::smatch found;
    if (!line.empty() && line.front() != ' ') section = line;
    if (!line.starts_with("  ") || line.starts_with("   ")) continue;
    const std::string head = line.substr(2, line.find(' ', 2) - 2);
    if (section == "Subcommands:") help.commands.insert(head);
    if (section != "Options:") continue;
    for (auto at = std::sregex_iterator(head.begin(), head.end(), option); at != std::sregex_iterator(); ++at)
      help.options.insert(at->str());
    if (std::regex_search(line, found, choices)) {
      std::istringstream names(found[2].str());
      for (std::string name; std::getline(names, name, ',');)
        help.choices.push_back(found[1].str() + " " + name);
    }
  }
  return help;
}

std::vector<Help> allHelp() {
  std::vector<Help> all{helpOf("")};
  for (std::size_t i = 0; i < all.size(); ++i)
    for (const std::string& command : Words(all[i].commands))
      all.push_back(helpOf(all[i].command.empty() ? command : all[i].command + " " + command));
  return all;
}

std::string written(const std::string& form) {
  const auto result = runCommand("manual " + form);
  EXPECT_EQ(result.code, 0) << result.error;
  return result.out;
}

bool isThere(const std::string& program) {
  return std::system(("command -v " + program + " >/dev/null 2>&1").c_str()) == 0;
}

// What the command prints; fails the test where it says something on standard error.
std::string answerOf(const std::string& command, const fs::path& folder) {
  const std::string out = (folder / "out").string(), error = (folder / "error").string();
  EXPECT_EQ(std::system((command + " >" + out + " 2>" + error).c_str()), 0) << command;
  const auto slurp = [](const std::string& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
  };
  EXPECT_EQ(slurp(error), "") << command;
  return slurp(out);
}

// Lines "QUESTION|word word ..." as a shell's own completion answered them.
std::map<std::string, Words> answersIn(const std::string& text) {
  std::map<std::string, Words> answers;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const auto bar = line.find('|');
    std::istringstream words(line.substr(bar + 1));
    Words& answer = answers[line.substr(0, bar)];
    for (std::string word; words >> word;) answer.insert(word);
  }
  return answers;
}

TEST(Manual, StandsForEveryCommand) {
  const auto all = allHelp();
  ASSERT_GT(all.size(), 20u);
  EXPECT_THAT(all.front().options, ::testing::Contains("--demo"));
  EXPECT_THAT(all.front().commands, ::testing::Not(::testing::Contains("manual")));
}

TEST(Manual, PageHoldsEveryCommandAndOption) {
  const std::string page = written("man");
  EXPECT_THAT(page, HasSubstr(std::string("kinglet \\- ")));
  const auto roff = [](const std::string& text) { return std::regex_replace(text, std::regex("-"), "\\-"); };
  for (const Help& help : allHelp()) {
    const std::string head =
        help.command.empty() ? ".SH OPTIONS\n" : ".SS kinglet " + roff(help.command) + "\n";
    const auto from = page.find(head);
    ASSERT_NE(from, std::string::npos) << help.command;
    const std::string section = page.substr(from, page.find("\n.S", from + head.size()) - from);
    if (!help.commands.empty() && !help.command.empty()) continue;  // only points to its commands
    for (const std::string& option : help.options)
      EXPECT_THAT(section, HasSubstr("\\fB" + roff(option) + "\\fR")) << help.command;
  }
}

TEST(Manual, PageIsGoodRoff) {
  if (!isThere("groff")) GTEST_SKIP() << "groff is not installed";
  const kinglet::data::TemporaryFolder folder;
  std::ofstream(folder.path / "kinglet.1") << written("man");
  // With all warnings; what it says on standard error fails.
  answerOf("groff -K utf8 -T utf8 -man -ww -z " + (folder.path / "kinglet.1").string(), folder.path);
}

TEST(Manual, BashCompletesEveryCommandAndOption) {
  if (!isThere("bash")) GTEST_SKIP() << "bash is not installed";
  const kinglet::data::TemporaryFolder folder;
  std::ofstream(folder.path / "completion") << written("bash");
  std::ofstream script(folder.path / "script");
  script << "source " << (folder.path / "completion").string() << "\n"
         << "ask() { COMP_WORDS=(kinglet $1 \"$2\"); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _kinglet;"
            " echo \"$1 $2|${COMPREPLY[*]}\"; }\n";
  const auto all = allHelp();
  for (const Help& help : all) {
    script << "ask '" << help.command << "' -\nask '" << help.command << "' ''\n";
    for (const std::string& choice : help.choices)
      script << "ask '" << help.command << " " << choice.substr(0, choice.find(' ')) << "' ''\n";
  }
  // --option=value comes in three words.
  script << "ask 'search --strategy =' hyb\nask 'search --strategy' =\n";
  script.close();
  const auto answers = answersIn(answerOf("bash " + (folder.path / "script").string(), folder.path));
  for (const Help& help : all) {
    EXPECT_EQ(answers.at(help.command + " -"), help.options);
    EXPECT_EQ(answers.at(help.command + " "), help.commands);
    for (const std::string& choice : help.choices) {
      const auto blank = choice.find(' ');
      EXPECT_THAT(answers.at(help.command + " " + choice.substr(0, blank) + " "),
                  ::testing::Contains(choice.substr(blank + 1)));
    }
  }
  EXPECT_EQ(answers.at("search --strategy = hyb"), Words{"hybrid"});
  EXPECT_GT(answers.at("search --strategy =").size(), 3u);
}

TEST(Manual, FishCompletesEveryCommandAndOption) {
  const std::string completion = written("fish");
  const auto all = allHelp();
  for (const Help& help : all) {
    const std::string at =
        "complete -c kinglet -n '__kinglet_at" + (help.command.empty() ? "" : " " + help.command) + "'";
    for (const std::string& command : help.commands)
      EXPECT_THAT(completion, HasSubstr(at + " -a " + command + " "));
    for (const std::string& option : help.options)
      EXPECT_TRUE(std::regex_search(
          completion,
          std::regex(at + "[^\n]* " +
                     (option.starts_with("--") ? "-l " + option.substr(2) : "-s " + option.substr(1)) + " ")))
          << help.command << " " << option;
  }
  if (!isThere("fish")) GTEST_SKIP() << "fish is not installed; only its text was read";
  const kinglet::data::TemporaryFolder folder;
  std::ofstream(folder.path / "completion") << completion;
  std::ofstream script(folder.path / "script");
  script << "source " << (folder.path / "completion").string() << "\n";
  for (const Help& help : all)
    for (const char* last : {"--", ""})
      script << "echo '" << help.command << " " << last << "|'(complete -C 'kinglet " << help.command
             << (help.command.empty() ? "" : " ") << last
             << "' | string replace -r '\\t.*' '' | string join ' ')\n";
  script.close();
  const std::string home = "HOME=" + folder.path.string() + " XDG_CONFIG_HOME=" + folder.path.string() +
                           " XDG_DATA_HOME=" + folder.path.string() + " ";
  const auto answers =
      answersIn(answerOf("cd " + folder.path.string() + " && " + home + "fish -N script", folder.path));
  for (const Help& help : all) {
    for (const std::string& option : help.options) {
      if (!option.starts_with("--")) continue;  // fish has those of one letter under "-"
      EXPECT_THAT(answers.at(help.command + " --"), ::testing::Contains(option)) << help.command;
    }
    for (const std::string& command : help.commands)
      EXPECT_THAT(answers.at(help.command + " "), ::testing::Contains(command)) << help.command;
  }
}

TEST(Manual, ZshCompletesEveryCommandAndOption) {
  const std::string completion = written("zsh");
  for (const Help& help : allHelp()) {
    const std::string name =
        "_kinglet" +
        (help.command.empty() ? "" : "_" + std::regex_replace(help.command, std::regex("[ -]"), "_"));
    const auto from = completion.find("\n" + name + "() {\n");
    ASSERT_NE(from, std::string::npos) << help.command;
    const std::string body = completion.substr(from, completion.find("\n}\n", from) - from);
    for (const std::string& option : help.options)
      EXPECT_TRUE(std::regex_search(body, std::regex("[)*]" + option + "\\[")))
          << help.command << " " << option;
    for (const std::string& command : help.commands) {
      EXPECT_THAT(body, HasSubstr("    '" + command + ":"));
      EXPECT_THAT(body, HasSubstr("        " + command + ") _kinglet"));
    }
    for (const std::string& choice : help.choices)
      EXPECT_TRUE(
          std::regex_search(body, std::regex("[)*]" + choice.substr(0, choice.find(' ')) +
                                             "\\[[^\n]*\\([^)]*" + choice.substr(choice.find(' ') + 1))))
          << help.command << " " << choice;
  }
  if (!isThere("zsh")) GTEST_SKIP() << "zsh is not installed; only its text was read";
  const kinglet::data::TemporaryFolder folder;
  std::ofstream(folder.path / "_kinglet") << completion;
  answerOf("zsh -f -n " + (folder.path / "_kinglet").string(), folder.path);
}

}  // namespace
