#include "app/diagnosis/problem_report.h"

#include <exception>

#include "app/diagnosis/about.h"
#include "app/diagnosis/redaction.h"
#include "app/diagnosis/study_facts.h"
#include "app/diagnosis/zip.h"
#include "base/error.h"
#include "base/files.h"
#include "base/words.h"
#include "diagnosis/crash_reports.h"
#include "diagnosis/log.h"
#include "diagnosis/log_file.h"
#include "diagnosis/outside.h"

namespace kinglet::app {
namespace {

constexpr int kPatienceMs = 500;
constexpr std::size_t kMostCrashes = 5;

void addAbout(std::vector<ReportPart>& parts) {
  std::string text;
  for (const Fact& fact : aboutProgram()) text += fact.name + ": " + fact.text + "\n";
  parts.push_back({"about.txt", base::Message("This Kinglet and this computer"), text});
}

void addLogs(std::vector<ReportPart>& parts, const std::filesystem::path& folder,
             const Redaction& redaction) {
  for (int number = 0; number <= diagnosis::LogFile::kKept; ++number) {
    const std::string name = "kinglet.log" + (number == 0 ? "" : "." + std::to_string(number));
    try {
      const std::string text = base::terminalLines(base::readText(folder / name));
      parts.push_back(
          {name,
           number == 0 ? base::Message("What Kinglet did, line by line") : base::Message("The same, earlier"),
           redaction.of(text)});
    } catch (const base::Error&) {
    }
  }
}

// Names of functions in the stack stay as they are, whatever a class is called.
std::string crashText(const std::string& text, const Redaction& redaction) {
  const std::string head = "\nstack, ";
  const auto begin = text.find(head);
  if (begin == std::string::npos) return redaction.of(text);
  const auto end = std::min(text.find("\n\n", begin + 1), text.size());
  return redaction.of(std::string_view(text).substr(0, begin)) +
         redaction.withoutMarked(std::string_view(text).substr(begin, end - begin)) +
         redaction.of(std::string_view(text).substr(end));
}

void addCrashes(std::vector<ReportPart>& parts, const std::filesystem::path& folder,
                const Redaction& redaction) {
  const auto names = diagnosis::crashNames(folder);
  for (std::size_t i = names.size(); i-- > 0 && names.size() - i <= kMostCrashes;)
    if (const auto crash = diagnosis::readCrash(folder, names[i]))
      parts.push_back({crash->name, base::Message("Where Kinglet ended unexpectedly"),
                       crashText(crash->text, redaction)});
}

void addStudy(std::vector<ReportPart>& parts, const study::StudyStore& open, const Redaction& redaction) {
  try {
    parts.push_back({"study/settings.json",
                     base::Message("The study's settings; of its classes and clips only how many"),
                     redaction.withoutMarked(settingsFacts(open))});
    parts.push_back({"study/trials.csv",
                     base::Message("The candidates: parameters, costs, accuracy, how they ended"),
                     redaction.withoutMarked(trialFacts(open))});
  } catch (const base::Error& error) {
    parts.push_back({"study/problem.txt", base::Message("Why the study could not be read"),
                     redaction.of(diagnosis::marked(error.message())) + "\n"});
  }
}

}  // namespace

std::vector<ReportPart> problemReport(const std::filesystem::path& folder, const study::StudyStore* open) {
  diagnosis::flushLog(kPatienceMs);
  Redaction redaction;
  if (open) {
    try {
      redaction.hideNamesOf(*open);
    } catch (const base::Error&) {  // addStudy tells
    }
  }
  std::vector<ReportPart> parts;
  addAbout(parts);
  addLogs(parts, folder, redaction);
  addCrashes(parts, folder, redaction);
  if (open) addStudy(parts, *open, redaction);
  return parts;
}

std::vector<base::Message> leftOutOfReport() {
  return {base::Message("Sounds, and the names of clips, classes and folders"),
          base::Message("Trained weights, and your notes"),
          base::Message("Your name: your home folder is ~, and other names and paths are ‹…›")};
}

void writeReport(const std::vector<ReportPart>& parts, const std::filesystem::path& path) {
  std::vector<std::pair<std::string, std::string>> files;
  for (const ReportPart& part : parts) files.emplace_back("kinglet-report/" + part.file, part.text);
  base::writeAtomically(path, zipOf(files));
}

}  // namespace kinglet::app
