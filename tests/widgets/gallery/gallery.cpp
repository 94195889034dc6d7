// Every view with plausible data, in light and dark, as PNG files: to be looked at.
//   kinglet_gallery FOLDER [NAME]
#include <QDir>
#include <QElapsedTimer>
#include <QGridLayout>
#include <QTest>
#include <cstdio>
#include <functional>
#include <numbers>

#include "audio/front_end.h"
#include "study/trial.h"
#include "widgets/application.h"
#include "widgets/candidate/architecture_view.h"
#include "widgets/candidate/confusion_view.h"
#include "widgets/candidate/learning_curves.h"
#include "widgets/compare/class_accuracy_view.h"
#include "widgets/compare/compared_figures.h"
#include "widgets/compare/confusion_difference_view.h"
#include "widgets/compare/graph_diff_view.h"
#include "widgets/energy/energy_figure.h"
#include "widgets/energy/mean_power_panel.h"
#include "widgets/pareto/pareto_canvas.h"
#include "widgets/pareto/pareto_plot.h"
#include "widgets/sample_compared.h"
#include "widgets/sample_study.h"
#include "widgets/sound/spectrogram_plot.h"
#include "widgets/sound/spectrogram_stack.h"
#include "widgets/sound/spectrogram_view.h"
#include "widgets/trials/candidate_table.h"
#include "widgets/trials/selection.h"
#include "widgets/trials/trial_card.h"
#include "widgets/trials/trial_model.h"
#include "widgets/trials/worker_status.h"

namespace {

using namespace kinglet;
using namespace kinglet::widgets;
using namespace kinglet::testing;

struct Study {
  TrialModel model;
  Selection selection;
  explicit Study(int trials) {
    if (trials > 0) model.put(sampleStudy(trials));
    for (int i = 0; i < model.count(); ++i) {
      if (model.at(i)->state == study::TrialState::running)
        model.setProgress(model.at(i)->number, {5, kSampleEpochs, 0.4});
    }
    const auto front = model.front();
    if (front.size() > 3) {
      selection.select(front[front.size() / 2]);
      selection.toggleCompared(front[1]);
      selection.toggleCompared(front[front.size() - 2]);
    }
  }
};

ArchitectureData architectureOf(const study::Trial& trial) {
  return {titleOf(trial), trial.candidate.input, trial.candidate.network, trial.cost, trial.energy};
}

SpectrogramData clip() {
  SpectrogramData data;
  data.title = "dog/1-100032-A-0.wav · dog";
  base::Random random(3);
  data.samples.resize(5 * 16000);
  for (std::size_t i = 0; i < data.samples.size(); ++i) {
    const double t = static_cast<double>(i) / 16000, bark = std::exp(-12 * std::fmod(t, 0.9));
    const double pitch = 450 + 250 * std::exp(-9 * std::fmod(t, 0.9));
    double sound = 0;
    for (int h = 1; h < 9; ++h) sound += std::sin(2 * std::numbers::pi * h * pitch * t) / h;
    data.samples[i] = static_cast<float>(0.25 * bark * sound + 0.01 * random.normal());
  }
  const audio::FrontEndParams front;
  const audio::LogMel mel(front);
  data.frames = front.frames(static_cast<long>(data.samples.size()));
  data.mels = front.mels;
  data.values.resize(static_cast<std::size_t>(data.frames) * data.mels);
  mel.compute(data.samples, data.values);
  return data;
}

std::vector<study::Compared> comparedOf(Study& s) {
  std::vector<study::Compared> compared;
  for (const int trial : {s.selection.compared()[0], s.selection.compared()[1], s.selection.current()})
    compared.push_back(sampleCompared(*s.model.find(trial)));
  return compared;
}

using Page = std::function<std::unique_ptr<QWidget>(Study&)>;

struct Entry {
  QString name;
  QSize size;
  Page make;
  std::function<void(QWidget&, Study&)> after = {};
};

std::vector<Entry> pages() {
  std::vector<Entry> all;
  all.push_back({"pareto", {900, 560}, [](Study& s) {
                   auto plot = std::make_unique<ParetoPlot>(s.model, s.selection);
                   plot->setLimit(Quantity::energy, 2e-3, "limit");
                   return plot;
                 }});
  all.push_back({"pareto_strategy", {700, 420}, [](Study& s) {
                   auto plot = std::make_unique<ParetoPlot>(s.model, s.selection);
                   plot->setAxes({Quantity::battery, Quantity::accuracy, true, false, {}, {}, true});
                   plot->setLimit(Quantity::battery, 10, "battery");
                   return plot;
                 }});
  all.push_back({"pareto_amount", {700, 420}, [](Study& s) {
                   auto plot = std::make_unique<ParetoPlot>(s.model, s.selection);
                   plot->setAxes({Quantity::memory, Quantity::error, true, false, Quantity::macs,
                                  Quantity::energy, false});
                   return plot;
                 }});
  all.push_back({"pareto_hover",
                 {700, 420},
                 [](Study& s) { return std::make_unique<ParetoPlot>(s.model, s.selection); },
                 [](QWidget& widget, Study& s) {
                   auto* canvas = static_cast<ParetoPlot&>(widget).canvas();
                   QTest::mouseMove(canvas, canvas->positionOf(s.model.front()[3])->toPoint());
                 }});
  all.push_back({"table", {1000, 320}, [](Study& s) {
                   return std::make_unique<CandidateTable>(s.model, s.selection);
                 }});
  all.push_back({"table_filtered", {760, 240}, [](Study& s) {
                   auto table = std::make_unique<CandidateTable>(s.model, s.selection);
                   table->setFilter("energy<5mJ acc>60 nonsense<3");
                   return table;
                 }});
  all.push_back({"curves", {560, 360}, [](Study& s) {
                   auto curves = std::make_unique<LearningCurves>(s.model, s.selection);
                   curves->setEpochs(kSampleEpochs);
                   curves->setCutMarks({{s.selection.current(), 5, "Pareto stopping", {}},
                                        {s.selection.current(), 9, "Median rule", {}}});
                   return curves;
                 }});
  all.push_back({"mean_power", {380, 240}, [](Study& s) {
                   auto panel = std::make_unique<MeanPowerPanel>();
                   const auto trial = s.model.find(s.selection.current());
                   if (trial) panel->setContent({trial->power, trial->energy, 1, "ST NUCLEO-U575ZI-Q", {}});
                   return panel;
                 }});
  all.push_back({"spectrogram", {640, 360}, [](Study&) {
                   auto view = std::make_unique<SpectrogramView>();
                   view->setClip(clip());
                   view->setPlayhead(1.9);
                   view->setPlaying(true);
                   return view;
                 }});
  all.push_back({"decision", {560, 420}, [](Study&) {
                   auto view = std::make_unique<SpectrogramView>();
                   const SpectrogramData sound = clip();
                   view->setClip(sound);
                   DecisionData decision;
                   decision.classes = {"dog", "rooster", "rain", "crying baby"};
                   decision.windowSeconds = 1;
                   for (double start = 0; start <= 4; start += 0.1) {
                     decision.starts.push_back(start);
                     const auto dog = static_cast<float>(0.55 + 0.35 * std::sin(3 * start));
                     for (const float share : {dog, 0.7F * (1 - dog), 0.2F * (1 - dog), 0.1F * (1 - dog)})
                       decision.probabilities.push_back(share);
                   }
                   decision.answer = 0;
                   decision.said = "✓ dog 61 % · It never learnt this clip.";
                   view->setDecision(decision);
                   std::vector<float> relevance(sound.values.size());
                   for (std::size_t i = 0; i < relevance.size(); ++i)
                     relevance[i] =
                         std::max(0.0F, sound.values[i] + 6) * (i % sound.mels < 20 ? 1.0F : -0.5F);
                   view->setRelevance(std::move(relevance));
                   view->setPlayhead(1.9);
                   return view;
                 }});
  all.push_back({"stack", {420, 360}, [](Study&) {
                   auto view = std::make_unique<SpectrogramStack>();
                   std::vector<StackRow> rows;
                   for (int i = 0; i < 4; ++i)
                     rows.push_back({i, "dog/1-100032-A-0.wav", i % 2 ? "rooster 54 %" : "dog 81 %",
                                     i % 2 == 0, true, i == 1 ? 3.0 : 5.0});
                   view->setRows(rows);
                   view->setScale(-10, 2, PictureColours::even);
                   for (int i = 0; i < 4; ++i) view->addPicture(i, clip());
                   view->select(1);
                   return view;
                 }});
  all.push_back({"architecture", {760, 560}, [](Study& s) {
                   auto view = std::make_unique<ArchitectureView>();
                   view->setNetwork(architectureOf(*s.model.find(s.selection.current())));
                   view->selectLayer(2);
                   return view;
                 }});
  all.push_back({"compare_layers", {800, 560}, [](Study& s) {
                   auto view = std::make_unique<GraphDiffView>();
                   const auto compared = comparedOf(s);
                   view->setDiff(
                       std::make_shared<study::GraphDiff>(study::graphDiffOf(compared[0], compared[1])));
                   view->selectRow(2);
                   return view;
                 }});
  all.push_back({"compare_rest", {900, 640}, [](Study& s) {
                   const auto compared = comparedOf(s);
                   const QStringList& classes = sampleClasses();
                   auto box = std::make_unique<QWidget>();
                   auto* grid = new QGridLayout(box.get());
                   auto* figures = new ComparedFigures;
                   figures->setCompared(compared);
                   auto* shares = new ClassAccuracyView;
                   shares->setCompared(compared, classes);
                   auto* confusions = new ConfusionDifferenceView;
                   confusions->setDifference(classes, study::confusionDifference(compared[0], compared[1]));
                   grid->addWidget(figures, 0, 0, 1, 2);
                   grid->addWidget(shares, 1, 0);
                   grid->addWidget(confusions, 1, 1);
                   return box;
                 }});
  all.push_back({"architecture_v2", {600, 700}, [](Study& s) {
                   auto view = std::make_unique<ArchitectureView>();
                   for (int i = 0; i < s.model.count(); ++i) {
                     if (s.model.at(i)->baseline == "mobilenet_v2:0.35")
                       view->setNetwork(architectureOf(*s.model.at(i)));
                   }
                   return view;
                 }});
  all.push_back({"confusion", {520, 520}, [](Study&) {
                   auto view = std::make_unique<ConfusionView>();
                   base::Random random(4);
                   const QStringList classes{"dog",     "chainsaw",    "crackling_fire", "helicopter",
                                             "rain",    "crying_baby", "clock_tick",     "sneezing",
                                             "rooster", "sea_waves"};
                   std::vector<std::vector<int>> counts(10, std::vector<int>(10, 0));
                   for (int i = 0; i < 10; ++i) {
                     for (int j = 0; j < 8; ++j) ++counts[i][random.chance(0.75) ? i : random.below(10)];
                   }
                   view->setMatrix(classes, counts);
                   return view;
                 }});
  all.push_back({"status", {1000, 28}, [](Study&) {
                   auto view = std::make_unique<WorkerStatus>();
                   view->setStudy({37, 200, 12, 1, 480, {}});
                   view->setWorker(0, {38, 7, 15, 0.4, {}});
                   view->setWorker(1, {39, 1, 15, 0.1, {}});
                   return view;
                 }});
  all.push_back({"empty", {900, 560}, [](Study&) {
                   static Study none(0);
                   auto page = std::make_unique<QWidget>();
                   auto* grid = new QGridLayout(page.get());
                   grid->addWidget(new ParetoPlot(none.model, none.selection), 0, 0);
                   grid->addWidget(new CandidateTable(none.model, none.selection), 0, 1);
                   grid->addWidget(new LearningCurves(none.model, none.selection), 1, 0);
                   grid->addWidget(new SpectrogramView, 1, 1);
                   grid->addWidget(new ArchitectureView, 2, 0);
                   grid->addWidget(new ConfusionView, 2, 1);
                   return page;
                 }});
  return all;
}

void addMore(std::vector<Entry>&) {}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "kinglet_gallery FOLDER [NAME]\n");
    return 2;
  }
  QApplication& app = application();
  app.setStyle("Fusion");
  const QPalette light = app.palette(), dark = darkPalette();
  Study study(160);
  std::vector<Entry> all = pages();
  addMore(all);
  for (const Entry& entry : all) {
    if (argc > 2 && entry.name != argv[2]) continue;
    app.setPalette(light);
    const auto widget = entry.make(study);
    widget->resize(entry.size);
    widget->show();
    for (const bool isDark : {false, true}) {
      app.setPalette(isDark ? dark : light);  // live, on the open view
      QTest::qWait(60);
      if (entry.after) entry.after(*widget, study);
      widget->grab().save(QDir(argv[1]).filePath(entry.name + (isDark ? "_dark.png" : ".png")));
    }
  }
  return 0;
}
