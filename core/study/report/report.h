// A study on one page.
#pragma once

#include <string>
#include <vector>

#include "study/data/sounds_history.h"
#include "study/settings.h"
#include "study/trial.h"

namespace kinglet::study {

// A self-contained HTML document (no script, nothing loaded): the front as a picture and a table, baselines,
// learning curves, hypervolume, where the energy figures come from, what became of the sounds, settings.
// Follows the reader's light or dark scheme. All text from the study is escaped.
std::string reportHtml(const Settings& settings, const std::vector<Trial>& trials, double secondsSpent,
                       const std::vector<SoundsChange>& sounds = {});

// The pictures alone, as <svg> elements that take their colours from the page. Private to study/.
std::string frontFigure(const std::vector<Trial>& trials);
std::string curvesFigure(const Settings& settings, const std::vector<Trial>& trials);
std::string hypervolumeFigure(const Settings& settings, const std::vector<Trial>& trials);

}  // namespace kinglet::study
