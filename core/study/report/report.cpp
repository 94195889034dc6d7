#include "study/report/report.h"
#include "base/words.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/format.h"
#include "data/builtin_sounds.h"
#include "energy/device/device_profile.h"
#include "network/network_spec.h"
#include "study/limits.h"
#include "study/meaning.h"
#include "study/objectives.h"
#include "study/report/page.h"
#include "study/report/report_svg.h"
#include "study/report/stopping_savings.h"
#include "study/settings.h"
#include "study/trial.h"

namespace kinglet::study {
namespace {

std::string durationOf(double seconds) {
  if (seconds < 90) return shortNumber(std::round(seconds)) + " s";
  if (seconds < 5400) return shortNumber(std::round(seconds / 60)) + " min";
  return shortNumber(seconds / 3600) + " h";
}

std::string inputOf(const network::InputSpec& input) {
  return std::to_string(input.mels) + " mels, " + shortNumber(input.hopMs) + " ms, " +
         shortNumber(input.clipSeconds) + " s";
}

// Figures with the mark of where the energy comes from.
std::string row(const Trial& trial, const std::string& name, bool withTest) {
  std::string html = "<tr>" + pageCell(name) + pageCell(shortNumber(100 - trial.error(), 3) + " %");
  if (withTest) html += pageCell(trial.test ? shortNumber(100 * trial.test->accuracy) + " %" : "not opened");
  html += pageCell(energyNumber(trial.energyMj())) + pageCell(energy::toText(trial.energy.provenance), true);
  html += pageCell(std::isnan(trial.energy.latencyMs) ? "–" : shortNumber(trial.energy.latencyMs) + " ms");
  html += pageCell(shortNumber(trial.flashKb())) + pageCell(shortNumber(trial.ramKb()));
  html += pageCell(shortNumber(double(trial.cost.macs) / 1e6)) + pageCell(std::to_string(trial.cost.params));
  html += pageCell(inputOf(trial.candidate.input), true) + pageCell(trial.origin.strategy, true) + "</tr>\n";
  return html;
}

std::string table(const std::vector<const Trial*>& trials, const char* first) {
  bool withTest = false;
  for (const Trial* trial : trials) withTest = withTest || trial->test;
  std::string html =
      std::string("<div class=\"wide\"><table>\n<thead><tr><th>") + first + "</th><th>accuracy</th>";
  if (withTest) html += "<th>on the test fold</th>";
  html +=
      "<th>energy</th><th class=\"text\">is</th><th>latency</th><th>flash kB</th><th>RAM "
      "kB</th><th>MMACs</th>"
      "<th>parameters</th><th class=\"text\">front end</th><th class=\"text\">proposed "
      "by</th></tr></thead>\n<tbody>\n";
  for (const Trial* trial : trials)
    html += row(*trial, trial->baseline.empty() ? std::to_string(trial->number) : trial->baseline, withTest);
  return html + "</tbody></table></div>\n";
}

std::string fact(const std::string& figure, const std::string& what) {
  return "<li><b>" + base::markupText(figure) + "</b>" + base::markupText(what) + "</li>\n";
}

std::string entry(const std::string& name, const std::string& value) {
  return "<dt>" + base::markupText(name) + "</dt><dd>" + base::markupText(value) + "</dd>\n";
}

std::string limitText(const std::optional<double>& limit, const char* unit) {
  return !limit || std::isinf(*limit) ? "none" : shortNumber(*limit, 4) + " " + unit;
}

std::string countText(double count) {
  if (count < 1e6) return shortNumber(count, 6);
  return "about " + base::general(count, 2);
}

// Counted as data sets name them, from 1; settings hold places, from 0.
std::string foldText(int fold) {
  return fold < 0 ? "none" : std::to_string(fold + 1);
}

std::string settingsList(const Settings& settings) {
  const Limits limits = limitsOf(settings);
  std::string classes;
  for (const std::string& name : settings.classes) classes += (classes.empty() ? "" : ", ") + name;
  const auto& stopping = settings.stopping;
  return "<dl>\n" + entry("data", settings.dataPath) + entry("classes", classes) +
         entry("folds", (settings.crossValidate ? std::string("each held out in turn but the test's, ")
                                                : "validation " + foldText(settings.validationFold) +
                                                      ", trained on the others, test ") +
                            foldText(settings.testFold)) +
         entry("strategy", settings.strategy) +
         entry("early stopping",
               stopping.rule + ", confidence " + shortNumber(stopping.confidence) + ", not before epoch " +
                   std::to_string(stopping.minimumEpochs) +
                   (settings.auditShare > 0
                        ? ", " + shortNumber(100 * settings.auditShare) + " % trained on as an audit"
                        : "")) +
         entry("limits", "energy " + limitText(limits.energyMj, "mJ") + ", flash " +
                             limitText(limits.flashKb, "kB") + ", RAM " + limitText(limits.ramKb, "kB")) +
         entry("training", std::to_string(settings.recipe.epochs) + " epochs, batch " +
                               std::to_string(settings.recipe.batch) + ", AdamW, one-cycle rate up to " +
                               shortNumber(settings.recipe.learningRate)) +
         entry("space", countText(spaceOf(settings).count()) + " candidates") +
         entry("seed", std::to_string(settings.seed)) + "</dl>\n";
}

std::string soundsList(const std::vector<SoundsChange>& changes) {
  if (changes.empty()) return {};
  std::string html = "<h2>The sounds changed</h2>\n";
  for (const SoundsChange& change : changes) {
    html += "<p>After " + std::to_string(change.trials) + (change.trials == 1 ? " trial: " : " trials: ") +
            base::markupText(change.summary.english());
    for (const auto& detail : change.details) html += "<br>" + base::markupText(detail.english());
    if (change.accepted)
      html +=
          "<br>Candidates were judged by some of these clips: figures from before and after do not compare. "
          "The search went on because it was told to.";
    html += "</p>\n";
  }
  return html;
}

std::string sourcesList(const std::vector<Trial>& trials) {
  std::set<std::string> sources;
  for (const Trial& trial : trials) {
    const std::string provenance = energy::toText(trial.energy.provenance);
    const std::string& source = trial.energy.source;
    sources.insert(source.starts_with(provenance) ? source : provenance + ": " + source);
  }
  std::string html;
  for (const std::string& source : sources) html += "<p>" + base::markupText(source) + "</p>\n";
  return html;
}

}  // namespace

std::string reportHtml(const Settings& settings, const std::vector<Trial>& trials, double secondsSpent,
                       const std::vector<SoundsChange>& sounds) {
  int candidates = 0, finished = 0, stopped = 0, failed = 0;
  std::vector<const Trial*> baselines, front, chosen;
  for (const Trial& trial : trials) {
    if (!trial.baseline.empty()) {
      if (trial.state == TrialState::finished) baselines.push_back(&trial);
      continue;
    }
    ++candidates;
    finished += trial.state == TrialState::finished;
    stopped += trial.state == TrialState::stoppedEarly;
    failed += endedBadly(trial.state);
  }
  for (const int i : frontOf(trials)) front.push_back(&trials[static_cast<std::size_t>(i)]);
  for (const Trial& trial : trials)
    if (trial.baseline.empty() && (trial.starred || trial.test) &&
        std::find(front.begin(), front.end(), &trial) == front.end())
      chosen.push_back(&trial);
  const StoppingSavings savings = stoppingSavings(trials, settings);
  const std::string device = deviceNameOf(settings);
  std::string data = data::demoSeed(settings.dataPath) ? "the built-in sounds" : settings.dataPath;
  while (data.size() > 1 && data.back() == '/') data.pop_back();
  const std::string name = data.substr(data.find_last_of('/') + 1);

  std::string html = openPage("Kinglet: " + name);
  html += "<h1>Networks for " + base::markupText(name) +
          "</h1>\n<p class=\"lead\">A search by Kinglet over accuracy, energy per "
          "inference and memory, for " +
          base::markupText(device) + ".</p>\n<ul class=\"facts\">\n";
  html += fact(std::to_string(candidates), "candidates tried") +
          fact(std::to_string(finished), "trained to the end");
  html += fact(std::to_string(stopped), "stopped early");
  if (failed > 0) html += fact(std::to_string(failed), "failed");
  if (savings.epochsFull > 0)
    html += fact(
        shortNumber(100.0 * double(savings.epochsFull - savings.epochsTrained) / double(savings.epochsFull)) +
            " %",
        "of epochs saved");
  html += fact(std::to_string(front.size()), "on the front") + fact(durationOf(secondsSpent), "of search") +
          "</ul>\n";

  html += "<figure>\n" + frontFigure(trials) +
          "<figcaption>Error in validation against energy per inference; the area of a mark is its "
          "flash and "
          "RAM. The line joins what is best in error and energy; other marks of the front win by "
          "memory.</figcaption>\n"
          "</figure>\n";
  html += "<h2>The front</h2>\n" +
          (front.empty() ? std::string("<p>No candidate has finished yet.</p>\n") : table(front, "trial"));
  if (!chosen.empty()) html += "<h2>Also chosen</h2>\n" + table(chosen, "trial");
  if (!baselines.empty()) html += "<h2>Baselines</h2>\n" + table(baselines, "network");
  html +=
      std::string("<p class=\"note\">Accuracy is that of ") +
      (settings.crossValidate ? "cross-validation over every fold but the test's" : "the validation fold") +
      ", on which the search chose. The test fold stays closed until it is opened for a network.</p>\n";
  html +=
      "<h2>Learning curves</h2>\n<figure>\n" + curvesFigure(settings, trials) +
      "<figcaption>Candidates of the front in colour, baselines dashed; a dot is where early stopping cut."
      "</figcaption>\n</figure>\n";
  html += "<h2>Progress</h2>\n<figure>\n" + hypervolumeFigure(settings, trials) +
          "<figcaption>Share of the box below the reference point (" +
          base::markupText(shortNumber(studyObjectives(settings)[0].reference)) + " % error, " +
          base::markupText(settings.objective == CostObjective::power
                               ? shortNumber(studyObjectives(settings)[1].reference) + " mW"
                               : energyNumber(studyObjectives(settings)[1].reference)) +
          ", " + base::markupText(shortNumber(studyObjectives(settings)[2].reference)) +
          " kB; costs on a log scale of four decades) that the front dominates.</figcaption>\n</figure>\n";
  html += "<h2>Where the energy figures come from</h2>\n" + sourcesList(trials);
  html += soundsList(sounds) + "<h2>Settings</h2>\n" + settingsList(settings);
  html +=
      "<p class=\"note\">The method follows Speckhard et al., Neural architecture search for "
      "energy-efficient "
      "always-on audio machine learning (2023), doi 10.1007/s00521-023-08345-y.</p>\n";
  return html + closePage();
}

}  // namespace kinglet::study
