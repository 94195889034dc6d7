#include "app/window/shell/window_commands.h"

#include <QActionGroup>
#include <algorithm>

#include "app/window/candidate/candidate_panel.h"
#include "app/window/candidate/sounds_tab.h"
#include "app/window/kit/app_settings.h"
#include "app/window/kit/appearance.h"
#include "app/window/kit/icons.h"
#include "app/window/saving/report_saver.h"
#include "app/window/saving/view_saver.h"
#include "app/window/shell/cache_dialog.h"
#include "app/window/shell/command_palette.h"
#include "app/window/shell/language.h"
#include "app/window/shell/main_window.h"
#include "app/window/study/study_controller.h"
#include "app/window/workbench/study_panel.h"
#include "app/window/workbench/workbench.h"
#include "widgets/pareto/pareto_plot.h"
#include "widgets/trials/candidate_table.h"
#include "widgets/trials/trial_scope.h"

namespace kinglet::window {
namespace {

// The group names are the menus' names as well.
class CommandSet : public QObject {
  Q_OBJECT
 public:
  explicit CommandSet(MainWindow& window) : QObject(&window), window_(window), study_(window.study()) {}
  void addAll();

 private:
  QAction* add(const char* id, const QString& group, const QString& text, const char* iconName,
               const QKeySequence& keys, const QString& tip, std::function<void()> run) {
    return window_.commands().add({QLatin1String(id), group, text, QLatin1String(iconName), keys, tip},
                                  std::move(run));
  }
  void addStudy();
  void addSearch();
  void addCandidate();
  void addEnergy();
  void addView();
  void addAppearance();
  void addHelp();
  void addPanel(const char* id, Workbench::Panel panel, const QString& text, const QKeySequence& keys);
  void walk(int step);
  void enable();

  MainWindow& window_;
  StudyController& study_;
};

void CommandSet::addAll() {
  addStudy();
  addSearch();
  addCandidate();
  addEnergy();
  addView();
  addAppearance();
  addHelp();
  connect(&study_, &StudyController::stateChanged, this, &CommandSet::enable);
  connect(&study_, &StudyController::opened, this, &CommandSet::enable);
  connect(&study_, &StudyController::closed, this, &CommandSet::enable);
  connect(&study_.selection(), &widgets::Selection::currentChanged, this, &CommandSet::enable);
  connect(&study_.selection(), &widgets::Selection::comparedChanged, this, &CommandSet::enable);
  connect(&study_.trials(), &widgets::TrialModel::trialsChanged, this, &CommandSet::enable);
  connect(&window_, &MainWindow::pageChanged, this, &CommandSet::enable);
  connect(&window_.workbench(), &Workbench::panelsChanged, this, &CommandSet::enable);
  enable();
}

void CommandSet::addStudy() {
  const QString group = tr("Study");
  add("study.new", group, tr("&New study …"), "new", QKeySequence::New,
      tr("Choose sounds, a device and its limits, and search"), [this] { window_.newStudy(); });
  add("study.open", group, tr("&Open a study …"), "open", QKeySequence::Open,
      tr("Look at a study, or go on with it"), [this] { window_.chooseStudy(); });
  add("study.demo", group, tr("&Demo search"), "demo", {}, tr("Search at once, on built-in sounds"),
      [this] { window_.startDemo(); });
  add("study.picture", group, tr("Save a &picture or a table …"), "save",
      QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), tr("Any view as PNG, SVG or PDF, any table as CSV"),
      [this] { window_.viewSaver().show(); });
  add("study.report", group, tr("Save the &report …"), "report", {},
      tr("The study as one page for a browser: front, curves, where its figures come from"),
      [this] { window_.reportSaver().choosePath(&window_); });
  add("study.close", group, tr("&Close the study"), "close", QKeySequence::Close,
      tr("Stop what runs and go back to the first page; the study goes on when it is opened again"),
      [this] { study_.close(); });
  add("app.quit", group, tr("&Quit"), "", QKeySequence::Quit, tr("Stop what runs and close Kinglet"),
      [this] { window_.close(); });
  auto& stack = window_.edits().stack();
  const QString edit = tr("Edit");
  auto* undo = add("edit.undo", edit, tr("&Undo"), "undo", QKeySequence::Undo,
                   tr("Take the last change back"), [&stack] { stack.undo(); });
  auto* redo = add("edit.redo", edit, tr("&Redo"), "redo", QKeySequence::Redo, tr("Make the change again"),
                   [&stack] { stack.redo(); });
  connect(&stack, &QUndoStack::canUndoChanged, undo, &QAction::setEnabled);
  connect(&stack, &QUndoStack::canRedoChanged, redo, &QAction::setEnabled);
  connect(&stack, &QUndoStack::undoTextChanged, undo, [undo](const QString& what) {
    undo->setText(what.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(what));
  });
  connect(&stack, &QUndoStack::redoTextChanged, redo, [redo](const QString& what) {
    redo->setText(what.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(what));
  });
  add("edit.palette", edit, tr("&Find a command …"), "find", QKeySequence(Qt::CTRL | Qt::Key_K),
      tr("Type a few letters of any command and run it"), [this] { window_.palette().open(); });
}

void CommandSet::addSearch() {
  const QString group = tr("Search");
  add("run.toggle", group, tr("&Start"), "start", QKeySequence(Qt::Key_Space),
      tr("Start the search, pause it, or go on"), [this] { study_.toggle(); });
  add("run.stop", group, tr("St&op"), "stop", {}, tr("Stop the search; it goes on later where it stopped"),
      [this] { study_.stop(); });
  add("run.stopTrial", group, tr("Stop this &candidate"), "stopping", {},
      tr("Stop training the chosen candidate and go on with another"),
      [this] { study_.stopTrial(study_.selection().current()); });
  const auto reveal = [this](StudyPanel::Part part) {
    window_.workbench().setEnlarged(false);
    window_.workbench().setPanelVisible(Workbench::Panel::study, true);
    window_.workbench().studyPanel()->reveal(part);
  };
  add("show.stopping", group, tr("&Early stopping"), "stopping", {},
      tr("Rule, confidence and patience of early stopping"),
      [reveal] { reveal(StudyPanel::Part::stopping); });
  add("show.limits", group, tr("&Limits"), "limits", {},
      tr("Most energy, mean power, flash and RAM that a network may take"),
      [reveal] { reveal(StudyPanel::Part::limits); });
  add("show.listening", group, tr("L&istening"), "listen", {},
      tr("Inferences a second, clock and idle power: what the mean power is told for"),
      [reveal] { reveal(StudyPanel::Part::listening); });
  add("show.battery", group, tr("&Battery"), "battery", {}, tr("The battery that the network shall live on"),
      [reveal] { reveal(StudyPanel::Part::battery); });
  add("show.sounds", group, tr("So&unds and classes"), "data", {}, tr("What the study learns from"),
      [reveal] { reveal(StudyPanel::Part::data); });
}

void CommandSet::addCandidate() {
  const QString group = tr("Candidate");
  add("candidate.star", group, tr("&Star"), "star", QKeySequence(Qt::Key_S),
      tr("Star the chosen candidates, or take the stars off"), [this] {
        // The rows that are chosen in the table, where the candidate is one of several.
        const int current = study_.selection().current();
        const std::vector<int> rows = window_.workbench().table()->selectedTrials();
        const bool several = std::find(rows.begin(), rows.end(), current) != rows.end();
        window_.edits().toggleStars(several ? rows : std::vector<int>{current});
      });
  add("candidate.compare", group, tr("&Compare"), "compare", QKeySequence(Qt::Key_C),
      tr("Keep the chosen candidate beside others, or let it go"),
      [this] { study_.selection().toggleCompared(study_.selection().current()); });
  add("candidate.clearCompared", group, tr("Compare &no more"), "close", QKeySequence(Qt::SHIFT | Qt::Key_C),
      tr("Let go of all candidates that are compared"), [this] { study_.selection().clearCompared(); });
  add("candidate.listen", group, tr("&Listen"), "listen", QKeySequence(Qt::Key_L),
      tr("Play the chosen clip, or stop it"),
      [this] { window_.workbench().candidatePanel()->soundsTab()->listen(); });
  add("candidate.export", group, tr("&Export …"), "export", QKeySequence(Qt::Key_E),
      tr("Take the chosen network away"), [this] { window_.showExport(study_.selection().current()); });
  add("candidate.next", group, tr("Ne&xt on the front"), "next", QKeySequence(Qt::ALT | Qt::Key_Right),
      tr("The next network on the front, towards more energy"), [this] { walk(1); });
  add("candidate.previous", group, tr("&Previous on the front"), "previous",
      QKeySequence(Qt::ALT | Qt::Key_Left), tr("The next network on the front, towards less energy"),
      [this] { walk(-1); });
  const struct {
    const char* id;
    QString text;
    const char* icon;
    CandidatePanel::Tab tab;
  } tabs[] = {{"show.architecture", tr("&Architecture"), "architecture", CandidatePanel::kArchitecture},
              {"show.edit", tr("C&hange it"), "settings", CandidatePanel::kEdit},
              {"show.curves", tr("Learning c&urves"), "curves", CandidatePanel::kCurves},
              {"show.clips", tr("S&ounds as it hears them"), "sounds", CandidatePanel::kSounds},
              {"show.energy", tr("Where its ener&gy goes"), "energy", CandidatePanel::kEnergy},
              {"show.test", tr("&Test fold"), "test", CandidatePanel::kTest},
              {"show.final", tr("&Final training"), "curves", CandidatePanel::kFinal}};
  for (const auto& entry : tabs) {
    const auto tab = entry.tab;
    add(entry.id, group, entry.text, entry.icon,
        QKeySequence(Qt::CTRL | static_cast<Qt::Key>(static_cast<int>(Qt::Key_1) + static_cast<int>(tab))),
        tr("Show it beside the plot"), [this, tab] {
          window_.workbench().setPanelVisible(Workbench::Panel::candidate, true);
          window_.workbench().candidatePanel()->showTab(tab);
        });
  }
}

void CommandSet::addPanel(const char* id, Workbench::Panel panel, const QString& text,
                          const QKeySequence& keys) {
  auto& bench = window_.workbench();
  auto* action = add(id, tr("View"), text, "", keys, tr("Show or hide this part of the window"),
                     [&bench, panel] { bench.setPanelVisible(panel, !bench.isPanelVisible(panel)); });
  action->setCheckable(true);
  const auto follow = [action, panel, &bench] { action->setChecked(bench.isPanelVisible(panel)); };
  connect(&bench, &Workbench::panelsChanged, action, follow);
  follow();
}

void CommandSet::addView() {
  const QString group = tr("View");
  auto& bench = window_.workbench();
  addPanel("view.study", Workbench::Panel::study, tr("&Study"), QKeySequence(Qt::Key_F9));
  addPanel("view.table", Workbench::Panel::table, tr("&Candidates"), QKeySequence(Qt::Key_F10));
  addPanel("view.candidate", Workbench::Panel::candidate, tr("C&hosen candidate"), QKeySequence(Qt::Key_F12));
  const struct {
    const char* id;
    QString text, tip;
    const char* icon;
    Workbench::LowerTab tab;
  } below[] = {
      {"view.candidates", tr("T&able of the candidates"), tr("All candidates, below the plot"), "table",
       Workbench::kCandidates},
      {"view.parameters", tr("Pa&rameters side by side"),
       tr("What candidates are made of beside what they reach; brush an axis to narrow all views"), "filter",
       Workbench::kParameters},
      {"view.optimiser", tr("The o&ptimiser's thinking"),
       tr("How the front grew, what was predicted, what matters, and who proposed what"), "optimiser",
       Workbench::kOptimiser},
      {"view.audit", tr("Audit of early s&topping"),
       tr("What each rule would have saved and lost in this study"), "stopping", Workbench::kStopping},
      {"view.compare", tr("Show the co&mparison"),
       tr("The candidates that were marked by C, beside each other: layers, figures, classes"), "compare",
       Workbench::kCompare}};
  int key = Qt::Key_1;
  for (const auto& entry : below) {
    const auto tab = entry.tab;
    add(entry.id, group, entry.text, entry.icon, QKeySequence(Qt::ALT | static_cast<Qt::Key>(key++)),
        entry.tip, [this, tab] {
          window_.workbench().setEnlarged(false);
          window_.workbench().showLower(tab);
        });
  }
  auto* large = add("view.lowerLarge", group, tr("Lower part lar&ge"), "enlarge", QKeySequence(Qt::Key_F11),
                    tr("Give what lies below the plot the plot's room, and back"),
                    [&bench] { bench.setLowerLarge(!bench.isLowerLarge()); });
  large->setCheckable(true);
  connect(&bench, &Workbench::panelsChanged, large,
          [large, &bench] { large->setChecked(bench.isLowerLarge()); });
  auto* enlarge = add("view.enlarge", group, tr("&Enlarge the candidate"), "enlarge",
                      QKeySequence(Qt::CTRL | Qt::Key_Return),
                      tr("Give the chosen candidate the room of the study panel"),
                      [&bench] { bench.setEnlarged(!bench.isEnlarged()); });
  enlarge->setCheckable(true);
  connect(&bench, &Workbench::panelsChanged, enlarge,
          [enlarge, &bench] { enlarge->setChecked(bench.isEnlarged()); });
  add("view.back", group, tr("&Back to the plot"), "", QKeySequence(Qt::Key_Escape),
      tr("Leave the enlarged view"), [this] { window_.leaveFullSize(); });
  add("view.filter", group, tr("&Filter the candidates"), "filter", QKeySequence::Find,
      tr("Type what to show: energy<0.5 acc>80 front starred"), [this] {
        window_.workbench().setPanelVisible(Workbench::Panel::table, true);
        window_.workbench().table()->setFocus();
      });
  add("view.clearScope", group, tr("Show e&very candidate"), "",
      QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), tr("Let go of the filter and of what is brushed"),
      [this] {
        study_.trials().scope().setText({});
        study_.trials().scope().clearBrushes();
      });
  add("view.resetPlot", group, tr("&Whole plot"), "front", QKeySequence(Qt::CTRL | Qt::Key_0),
      tr("Show all candidates again"), [this] { window_.workbench().plot()->resetView(); });
  add("view.resetLayout", group, tr("&Usual layout"), "", {},
      tr("All parts of the window at their usual size"), [this] { window_.workbench().resetLayout(); });
}

void CommandSet::addAppearance() {
  auto* themes = new QActionGroup(this);
  const struct {
    const char* id;
    ThemeChoice choice;
    QString text;
  } choices[] = {{"theme.system", ThemeChoice::system, tr("Theme: as the s&ystem")},
                 {"theme.light", ThemeChoice::light, tr("Theme: &light")},
                 {"theme.dark", ThemeChoice::dark, tr("Theme: &dark")}};
  for (const auto& entry : choices) {
    const auto choice = entry.choice;
    auto* action = add(entry.id, tr("View"), entry.text, "theme", {}, tr("Takes effect at once"), [choice] {
      AppSettings().setTheme(choice);
      applyTheme(choice);
    });
    action->setCheckable(true);
    action->setChecked(AppSettings().theme() == choice);
    themes->addAction(action);
  }
  auto* languages = new QActionGroup(this);
  auto speak = [this, languages](const char* id, const QString& text, const QString& code) {
    auto* action =
        add(id, tr("View"), text, "language", {}, tr("Takes effect at once; a running search goes on"),
            [this, code] { Q_EMIT window_.languageChosen(code); });
    action->setCheckable(true);
    action->setChecked(AppSettings().language() == code);
    languages->addAction(action);
  };
  speak("language.system", tr("Language: as the system"), {});
  for (const auto& choice : Language::choices())
    speak(qPrintable(QStringLiteral("language.") + choice.code), tr("Language: %1").arg(choice.name),
          choice.code);
}

void CommandSet::addHelp() {
  const QString group = tr("Help");
  add("help.show", group, tr("&Help and shortcuts"), "help", QKeySequence::HelpContents,
      tr("What is what, and every shortcut"), [this] { window_.showHelp(); });
  add("help.guide", group, tr("&Guide through the window"), "info", {},
      tr("One minute: what each part tells"), [this] { window_.showGuide(); });
  add("help.cache", group, tr("Cached &features …"), "", {},
      tr("What the features of your sounds take on the disk, and how much they may"),
      [this] { (new CacheDialog(&window_))->open(); });
  add("help.report", group, tr("&Report a problem …"), "", {},
      tr("Write a report without sounds for those who can mend it; see all of it first"),
      [this] { window_.showReport(); });
  add("help.about", group, tr("&About Kinglet"), "", {}, tr("Version, method and licence"),
      [this] { window_.showAbout(); });
}

void CommandSet::addEnergy() {
  const QString group = tr("Energy");
  const auto show = [this](EnergyWindow::Page page) { return [this, page] { window_.showEnergy(page); }; };
  add("energy.explain", group, tr("&Why this figure"), "energy", {},
      tr("The layers, the nearest measured examples and the spread behind the chosen candidate's energy"),
      [this] {
        window_.workbench().setPanelVisible(Workbench::Panel::candidate, true);
        window_.workbench().candidatePanel()->showTab(CandidatePanel::kEnergy);
      });
  add("energy.accuracy", group, tr("&How well energy is predicted …"), "", {},
      tr("Predicted against measured, with intervals and errors"), show(EnergyWindow::Page::accuracy));
  add("energy.next", group, tr("What to &measure next …"), "", {},
      tr("The networks whose measurement makes the energies of the front surest"),
      show(EnergyWindow::Page::measureNext));
  add("energy.trace", group, tr("&Power trace …"), "", {},
      tr("Open a recording of a power monitor: windows, baseline, energy of an inference"),
      show(EnergyWindow::Page::trace));
  add("energy.learn", group, tr("&Learn from measurements …"), "", {},
      tr("Fit a model to a table of measured kernels or networks"), show(EnergyWindow::Page::learn));
  add("energy.boards", group, tr("&Boards …"), "", {},
      tr("The boards that energies are told for; count the exported C for one"),
      show(EnergyWindow::Page::boards));
}

void CommandSet::walk(int step) {
  const auto front = study_.trials().front();
  if (front.empty()) return;
  const auto here = std::find(front.begin(), front.end(), study_.selection().current());
  const auto last = static_cast<std::ptrdiff_t>(front.size()) - 1;
  const auto next =
      here == front.end() ? 0 : std::clamp<std::ptrdiff_t>(here - front.begin() + step, 0, last);
  study_.selection().select(front[static_cast<std::size_t>(next)]);
}

// Cheap: called after every batch of events.
void CommandSet::enable() {
  using study::RunState;
  const bool open = study_.isOpen() && window_.workbenchShown();
  const bool canRun = open && study_.study().canRun();
  const RunState state = study_.state();
  const auto trial = study_.trials().find(study_.selection().current());
  const auto set = [this](const char* id, bool on) {
    window_.commands().find(QLatin1String(id))->setEnabled(on);
  };
  for (const auto& entry : window_.commands().all())
    if (entry.id.startsWith(QLatin1String("show.")) || entry.id.startsWith(QLatin1String("view.")))
      entry.action->setEnabled(open);
  for (const auto* id : {"candidate.star", "candidate.compare", "candidate.export"}) set(id, open && trial);
  for (const auto* id : {"candidate.next", "candidate.previous"})
    set(id, open && !study_.trials().front().empty());
  set("energy.explain", open && trial);
  set("energy.next", open);
  set("candidate.listen", open && study_.features());
  set("candidate.clearCompared", open && !study_.selection().compared().empty());
  set("study.close", study_.isOpen());
  set("study.picture", open);
  set("study.report", study_.isOpen());
  set("run.toggle", canRun && state != RunState::stopping);
  set("run.stop", canRun && (state == RunState::running || state == RunState::paused));
  set("run.stopTrial",
      canRun && trial && trial->state == study::TrialState::running && state != RunState::stopping);
  set("view.back", open && (window_.workbench().isEnlarged() || window_.workbench().isLowerLarge()));
  set("edit.undo", open && window_.edits().stack().canUndo());
  set("edit.redo", open && window_.edits().stack().canRedo());

  QAction* toggle = window_.commands().find(QStringLiteral("run.toggle"));
  const bool running = state == RunState::running;
  const QString text = running                                                    ? tr("&Pause")
                       : state == RunState::paused || study_.trials().count() > 0 ? tr("&Go on")
                                                                                  : tr("&Start");
  if (toggle->text() == text) return;
  toggle->setText(text);
  toggle->setIcon(icon(running ? QStringLiteral("pause") : QStringLiteral("start")));
}

}  // namespace

void addWindowCommands(MainWindow& window) {
  (new CommandSet(window))->addAll();
}

}  // namespace kinglet::window

#include "study/trial.h"
#include "window_commands.moc"
