#include "app/window/export/export_dialog.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTabWidget>
#include <QTextBrowser>
#include <QVBoxLayout>
#include <chrono>

#include "app/diagnosis/work_log.h"
#include "app/shared/trial_export.h"
#include "app/window/export/accuracy_compare.h"
#include "app/window/export/export_choice.h"
#include "app/window/export/export_files.h"
#include "app/window/export/instruction_table.h"
#include "app/window/kit/app_settings.h"
#include "app/window/kit/icons.h"
#include "app/window/kit/markdown.h"
#include "app/window/kit/notice.h"
#include "app/window/kit/section.h"
#include "app/window/study/study_controller.h"
#include "app/window/study/training_controller.h"
#include "base/error.h"
#include "base/files.h"
#include "study/trial.h"
#include "widgets/text/message_text.h"
#include "widgets/text/provenance.h"
#include "widgets/text/units.h"

namespace kinglet::window {

using widgets::figure;
using widgets::Unit;

namespace {

const QString kNotice = QStringLiteral("export");
constexpr auto kBetweenNews = std::chrono::milliseconds(100);
constexpr qint64 kBeforeTimeLeftMs = 2000;

// The figure with its provenance and runtime, to be clicked; beside it that of exported C, which is another runtime.
QString energyLink(const study::Trial& trial, const study::Settings& settings) {
  const auto provenance = trial.energy.provenance;
  QString whence = widgets::provenanceName(provenance);
  if (!trial.energy.runtime.empty())
    whence += QStringLiteral(", ") + QString::fromStdString(trial.energy.runtime).toHtmlEscaped();
  const QString link =
      QStringLiteral("<a href=\"energy\">%1&nbsp;%2 (%3)</a>")
          .arg(widgets::provenanceSign(provenance), figure(trial.energyMj() * 1e-3, Unit::joule), whence);
  const auto exported = app::exportedCEnergy(settings, trial);
  if (!exported) return link;
  return ExportDialog::tr("%1, as C files in int8 %2 (counted)")
      .arg(link, figure(exported->millijoules * 1e-3, Unit::joule));
}

}  // namespace

ExportDialog::ExportDialog(StudyController& study, int trial, QWidget* parent)
    : QDialog(parent), study_(study), trial_(trial) {
  setWindowTitle(tr("Export candidate %1").arg(trial));
  const auto known = study.trials().find(trial);
  const auto* trained = study.training().resultOf(trial);
  const bool hasWeights = known->hasWeights || trained != nullptr;
  choice_ = new ExportChoice(hasWeights, study.features() != nullptr);
  build(tr("Accuracy %1 in validation · %2 an inference · %3 flash · %4 RAM")
            .arg(figure(100 - known->error(), Unit::percent), energyLink(*known, study.settings()),
                 figure(known->flashKb() * 1024, Unit::byte), figure(known->ramKb() * 1024, Unit::byte)));
  if (trained)
    tellOfFinalTraining(*trained);
  else if (!known->curve.empty())
    accuracies_->setReal(known->curve.back().validation.accuracy);

  connect(choice_, &ExportChoice::changed, this, &ExportDialog::choose);
  connect(path_, &QLineEdit::textEdited, this, [this] { pathChosen_ = true; });
  connect(path_, &QLineEdit::textChanged, this, &ExportDialog::refresh);
  connect(export_, &QPushButton::clicked, this, [this] { write(false); });
  connect(cancel_, &QPushButton::clicked, this, &ExportDialog::cancel);
  connect(close_, &QPushButton::clicked, this, &QDialog::close);
  // What runs keeps the sounds that it reads; nothing new may begin without them.
  connect(&study_, &StudyController::closing, this, [this] { jobs_.cancel(); });
  connect(&study_, &StudyController::closed, this, &QDialog::close);
  if (!hasWeights)
    notices_->show(
        QStringLiteral("weights"),
        {NoticeKind::info,
         tr("This candidate keeps no weights, because it did not train to the end. Its architecture "
            "can be exported."),
         {},
         {}});
  suggestPath();
  refresh();
  if (hasWeights) prepare();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::tellOfFinalTraining(const study::FinalTraining& trained) {
  QString words =
      tr("The weights of the final training are exported. They learnt from all sounds, the validation "
         "fold too: what is measured here tells whether they survive the export, not how good they are "
         "on new sounds.");
  if (!trained.folds.empty())
    words += QLatin1Char(' ') + tr("That is %1, by every fold in turn.")
                                    .arg(figure(100 * study::accuracyOf(trained).mean, Unit::percent));
  notices_->show(QStringLiteral("final"), {NoticeKind::info, words, {}, {}});
}

void ExportDialog::build(const QString& figures) {
  accuracies_ = new AccuracyCompare;
  tabs_ = new QTabWidget;
  card_ = new QTextBrowser;
  instructions_ = new InstructionTable;
  files_ = new ExportFiles;
  path_ = new QLineEdit;
  bar_ = new QProgressBar;
  doing_ = faintLabel({});
  export_ = new QPushButton(icon(QStringLiteral("export")), tr("Export"));
  cancel_ = new QPushButton(tr("Cancel"));
  close_ = new QPushButton(tr("Close"));
  notices_ = new NoticeArea;

  card_->setOpenExternalLinks(true);
  card_->setPlaceholderText(tr("The model card stands here as soon as the network is read."));
  card_->setAccessibleName(tr("Model card"));
  tabs_->addTab(card_, tr("Model card"));
  tabs_->addTab(files_, tr("Files"));
  tabs_->addTab(instructions_, tr("Instructions by layer"));
  tabs_->setDocumentMode(true);
  path_->setAccessibleName(tr("Where to"));
  bar_->setRange(0, 1000);
  bar_->setTextVisible(false);
  export_->setDefault(true);

  auto* right = new QVBoxLayout;
  right->addWidget(accuracies_);
  right->addSpacing(8);
  right->addWidget(tabs_, 1);
  auto* columns = new QHBoxLayout;
  choice_->setFixedWidth(300);
  columns->addWidget(choice_);
  columns->addSpacing(20);
  columns->addLayout(right, 1);

  auto* browse = new QPushButton(tr("Browse …"));
  auto* place = new QHBoxLayout;
  auto* where = new QLabel(tr("Where to"));
  where->setBuddy(path_);
  place->addWidget(where);
  place->addWidget(path_, 1);
  place->addWidget(browse);
  connect(browse, &QPushButton::clicked, this, &ExportDialog::browse);

  auto* buttons = new QHBoxLayout;
  buttons->addWidget(bar_, 1);
  buttons->addWidget(doing_, 2);
  buttons->addStretch(0);
  buttons->addWidget(cancel_);
  buttons->addWidget(close_);
  buttons->addWidget(export_);

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 16, 20, 16);
  layout->addWidget(headingLabel(tr("Candidate %1").arg(trial_)));
  auto* line = faintLabel(figures);
  line->setWordWrap(true);
  line->setTextFormat(Qt::RichText);
  line->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
  line->setToolTip(tr("Click the energy for what it is made of"));
  connect(line, &QLabel::linkActivated, this, [this] { Q_EMIT energyClicked(trial_); });
  layout->addWidget(line);
  layout->addSpacing(8);
  layout->addLayout(columns, 1);
  layout->addSpacing(8);
  layout->addLayout(place);
  layout->addWidget(notices_);
  layout->addSpacing(4);
  layout->addLayout(buttons);
  resize(900, 640);
}

void ExportDialog::choose() {
  suggestPath();
  notices_->dismiss(kNotice);
  declined_ = false;
  const auto plan = choice_->plan();
  if (work_ == Work::quantising && !(plan && plan->int8)) {  // no longer wanted
    jobs_.cancel();
    end();
    accuracies_->setInt8Missing({});
  }
  refresh();
  showCard();
  quantise();
}

std::optional<deploy::ExportPlan> ExportDialog::wholePlan() const {
  auto plan = choice_->plan();
  if (plan) plan->out = path_->text().trimmed().toStdString();
  return plan;
}

QString ExportDialog::problemOf(const deploy::ExportPlan& plan) const {
  if (plan.out.empty()) return {};
  try {
    deploy::check(plan);
  } catch (const base::Error& error) {
    return widgets::errorText(error);
  }
  return {};
}

void ExportDialog::begin(Work work, const QString& what) {
  work_ = work;
  ++run_;
  since_.start();
  bar_->setValue(0);
  doing_->setText(what);
  refresh();
}

void ExportDialog::end() {
  work_ = Work::none;
  ++run_;
  refresh();
}

void ExportDialog::cancel() {
  jobs_.cancel();
  const Work was = work_;
  end();
  if (was == Work::quantising) {
    declined_ = true;
    accuracies_->setInt8Missing(tr("The comparison was cancelled; Export takes it up again."));
  }
  if (was == Work::writing)
    notices_->show(kNotice, {NoticeKind::info, tr("Cancelled. Nothing was written."), {}, {}});
  refresh();
}

// News of the worker, at most ten a second, on this thread.
deploy::Progress::Report ExportDialog::report() {
  auto last = std::make_shared<std::chrono::steady_clock::time_point>();
  return [this, run = run_, last](const base::Message& what, double share) {
    const auto now = std::chrono::steady_clock::now();
    if (now - *last < kBetweenNews) return;
    *last = now;
    // The dialog outlives its jobs: Background waits for them.
    QMetaObject::invokeMethod(
        this, [this, run, what, share] { tell(run, widgets::messageText(what), share); },
        Qt::QueuedConnection);
  };
}

void ExportDialog::tell(int run, const QString& what, double share) {
  if (run != run_) return;
  bar_->setValue(static_cast<int>(1000 * share));
  const double seconds = double(since_.elapsed()) / 1000;
  doing_->setText(since_.elapsed() > kBeforeTimeLeftMs && share > 0.02
                      ? tr("%1 · %2 left").arg(what, widgets::duration(seconds * (1 - share) / share))
                      : what);
}

void ExportDialog::prepare() {
  if (!study_.isOpen()) return;
  const auto trial = study_.trials().find(trial_);
  begin(Work::preparing, tr("Reading the network and its sounds"));
  jobs_.run(
      this,
      [store = study_.study().store, sounds = study_.features(), trial](std::stop_token stop) {
        return std::make_shared<const app::TrialExport>(
            app::trialForExport(*store, *trial, sounds.get(), std::move(stop)));
      },
      [this](std::shared_ptr<const app::TrialExport> material) {
        end();
        material_ = std::move(material);
        refresh();
        showCard();
        quantise();
      },
      [this](const QString& problem) { fail(problem); });
}

void ExportDialog::quantise() {
  const auto plan = choice_->plan();
  if (!material_ || int8_ || work_ != Work::none || !plan || !plan->int8 || declined_) return;
  accuracies_->setInt8Missing(
      tr("int8 is being worked out: calibrated, tried, and trained on if it loses more "
         "than a point."));
  begin(Work::quantising, tr("Quantising"));
  jobs_.run(
      this,
      [material = material_, sounds = study_.features(), report = report()](std::stop_token stop) {
        return std::make_shared<const deploy::Int8Network>(
            deploy::makeInt8(material->model, material->sounds, deploy::Progress(report, std::move(stop))));
      },
      [this](std::shared_ptr<const deploy::Int8Network> int8) {
        end();
        int8_ = std::move(int8);
        accuracies_->setInt8(*int8_);
        refresh();
        showCard();
      },
      [this](const QString& problem) {
        declined_ = true;
        accuracies_->setInt8Missing({});
        fail(problem);
      });
}

void ExportDialog::suggestPath() {
  if (pathChosen_) {
    // A name of one's own keeps its place; its ending follows the format.
    const QFileInfo chosen(path_->text());
    if (chosen.fileName().isEmpty()) return;
    const QString ending = choice_->ending();
    const QString name = chosen.completeBaseName().isEmpty() ? chosen.fileName() : chosen.completeBaseName();
    path_->setText(QDir(chosen.path()).filePath(ending.isEmpty() ? name : name + u'.' + ending));
    return;
  }
  QString name = QStringLiteral("%1-%2").arg(study_.name()).arg(trial_);
  const auto plan = choice_->plan();
  if (plan && plan->int8) name += QStringLiteral("-int8");
  name += choice_->ending().isEmpty() ? QStringLiteral("-") + choice_->format() : u'.' + choice_->ending();
  path_->setText(QDir(AppSettings().folder(QStringLiteral("exports"))).filePath(name));
}

void ExportDialog::browse() {
  auto* dialog = new QFileDialog(this, windowTitle(), path_->text());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  // Whether something may be replaced is asked once, in this dialog, also for what lies beside it.
  dialog->setOption(QFileDialog::DontConfirmOverwrite);
  if (!choice_->ending().isEmpty()) dialog->setDefaultSuffix(choice_->ending());
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
    pathChosen_ = true;
    path_->setText(path);
  });
  dialog->open();
}

void ExportDialog::write(bool replace) {
  if (work_ != Work::none || !study_.isOpen()) return;
  notices_->dismiss(kNotice);
  const QString path = path_->text().trimmed();
  auto plan = choice_->plan();
  deploy::ExportPlan whole = plan.value_or(deploy::ExportPlan{});
  whole.out = path.toStdString();
  whole.replace = replace;
  if (!replace && !mayWrite(plan                      ? deploy::alreadyThere(whole)
                            : QFileInfo::exists(path) ? std::vector<std::filesystem::path>{whole.out}
                                                      : std::vector<std::filesystem::path>{}))
    return;
  AppSettings().setFolder(QStringLiteral("exports"), QFileInfo(path).absolutePath());
  if (!plan) return writeArchitecture(path);
  if (plan->int8 && !int8_) {  // cancelled before: both accuracies first
    declined_ = false;
    return quantise();
  }
  whole.run = material_ && (material_->isOurs || asked_ == Asked::mayRun);
  if (!whole.run && asked_ == Asked::notYet) return askToRun(replace);
  begin(Work::writing, tr("Writing"));
  jobs_.run(
      this,
      [material = material_, sounds = study_.features(), int8 = int8_, whole, trial = trial_,
       report = report()](std::stop_token stop) {
        app::ExportLog log(trial, whole);
        auto result = deploy::exportNetwork(material->model, material->origin, material->sounds, whole,
                                            deploy::Progress(report, std::move(stop)),
                                            whole.int8 ? int8.get() : nullptr);
        log.ended(result);
        return result;
      },
      [this](const deploy::ExportResult& result) { done(result); },
      [this](const QString& problem) { fail(problem); });
}

void ExportDialog::askToRun(bool replace) {
  const auto answer = [this, replace](Asked word) {
    asked_ = word;
    if (word == Asked::mayRun && study_.isOpen()) study_.study().store->trust(trial_);
    write(replace);
  };
  notices_->show(kNotice,
                 {NoticeKind::warning,
                  tr("You did not make this study on this computer. To try the export, what is made from "
                     "it would be compiled and run."),
                  {},
                  {{tr("I trust it"), [answer] { answer(Asked::mayRun); }},
                   {tr("Write only"), [answer] { answer(Asked::mayNotRun); }}}});
}

// Asks beside the button, not in a box of its own.
bool ExportDialog::mayWrite(const std::vector<std::filesystem::path>& there) {
  if (there.empty()) return true;
  QStringList names;
  for (const auto& path : there) names << QString::fromStdString(path.filename().string());
  notices_->show(kNotice,
                 {NoticeKind::warning,
                  tr("Already there: %1. It would be replaced.").arg(names.join(QStringLiteral(", "))),
                  {},
                  {{tr("Replace"), [this] { write(true); }}}});
  return false;
}

void ExportDialog::writeArchitecture(const QString& path) {
  const auto trial = study_.trials().find(trial_);
  begin(Work::writing, tr("Writing"));
  jobs_.run(
      this,
      [trial, path = path.toStdString()](std::stop_token) {
        base::writeAtomically(path, trial->candidate.network.toJson());
        return path;
      },
      [this](const std::string& written) {
        end();
        tellWritten(QString::fromStdString(written), {});
      },
      [this](const QString& problem) { fail(problem); });
}

void ExportDialog::done(const deploy::ExportResult& result) {
  end();
  showMarkdown(card_, deploy::toMarkdown(result.card, material_->model));
  if (result.board) {
    instructions_->setRun(*result.board, result.operators);
    tabs_->setCurrentWidget(instructions_);
  }
  const auto& check = result.verification;
  const QString by = widgets::messageText(check.by);
  tellWritten(QString::fromStdString(result.files.front().string()),
              check.verified ? tr("Verified by %1 on %n window(s).", nullptr, check.windows).arg(by)
                             : tr("Not verified here: %1.").arg(by));
}

void ExportDialog::tellWritten(const QString& path, const QString& verified) {
  notices_->show(kNotice, writtenNotice(path, verified));
}

void ExportDialog::fail(const QString& problem) {
  end();
  notices_->show(kNotice, {NoticeKind::error, problem, {}, {}});
}

void ExportDialog::refresh() {
  const bool busy = work_ != Work::none;
  const auto plan = wholePlan();
  const QString problem = plan ? problemOf(*plan) : QString();
  choice_->setProblem(problem);
  bar_->setVisible(busy);
  doing_->setVisible(busy);
  cancel_->setVisible(busy);
  // Reading has no end that is known beforehand.
  bar_->setRange(0, work_ == Work::preparing ? 0 : 1000);
  choice_->setEnabled(work_ != Work::writing);
  path_->setEnabled(work_ != Work::writing);
  export_->setEnabled(!busy && problem.isEmpty() && !path_->text().trimmed().isEmpty() &&
                      (!plan || material_));
  showFiles();
}

void ExportDialog::showFiles() {
  const auto plan = wholePlan();
  if (!plan) return files_->setFiles({});
  if (material_ && !plan->out.empty() && problemOf(*plan).isEmpty())
    files_->setFiles(deploy::filesOf(material_->model, *plan));
}

void ExportDialog::showCard() {
  const auto plan = choice_->plan();
  if (!material_) return;
  if (!plan) {
    card_->setPlainText(tr("An architecture alone has no card."));
    return;
  }
  if (!problemOf(*wholePlan()).isEmpty()) return;
  const auto card =
      deploy::cardOf(material_->model, material_->origin, *plan, plan->int8 && int8_ ? int8_.get() : nullptr);
  showMarkdown(card_, deploy::toMarkdown(card, material_->model));
}

}  // namespace kinglet::window
