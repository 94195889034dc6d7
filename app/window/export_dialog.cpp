#include "app/window/export_dialog.h"

#include <QButtonGroup>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QUrl>
#include <QVBoxLayout>

#include "app/window/app_settings.h"
#include "app/window/export_formats.h"
#include "app/window/icons.h"
#include "app/window/notice.h"
#include "app/window/section.h"
#include "app/window/study_controller.h"
#include "widgets/units.h"

namespace kinglet::window {

using widgets::figure;
using widgets::Unit;

ExportDialog::ExportDialog(StudyController& study, int trial, QWidget* parent)
    : QDialog(parent),
      study_(study),
      trial_(trial),
      formats_(new QButtonGroup(this)),
      path_(new QLineEdit),
      busy_(new QProgressBar),
      export_(new QPushButton(icon(QStringLiteral("export")), tr("Export"))),
      close_(new QPushButton(tr("Close"))),
      notices_(new NoticeArea) {
  setWindowTitle(tr("Export candidate %1").arg(trial));
  const auto known = study.trials().find(trial);
  const QString figures =
      tr("Accuracy %1 on the validation fold · %2 an inference · %3 flash · %4 RAM")
          .arg(figure(100 - known->error(), Unit::percent), figure(known->energyMj() * 1e-3, Unit::joule),
               figure(known->flashKb() * 1024, Unit::byte), figure(known->ramKb() * 1024, Unit::byte));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 16, 20, 16);
  layout->addWidget(headingLabel(tr("Candidate %1").arg(trial)));
  auto* line = faintLabel(figures);
  line->setWordWrap(true);
  layout->addWidget(line);
  layout->addSpacing(8);
  int index = 0;
  for (const auto& format : exportFormats()) {
    auto* button = new QRadioButton(format.name);
    auto* words = faintLabel(descriptionOf(format));
    words->setIndent(24);
    words->setWordWrap(true);
    words->setBuddy(button);
    const bool possible = known->hasWeights || !format.needsWeights;
    button->setEnabled(possible);
    if (!possible) words->setText(tr("Needs weights; only candidates that trained to the end keep theirs."));
    formats_->addButton(button, index++);
    layout->addWidget(button);
    layout->addWidget(words);
    if (possible && !formats_->checkedButton()) button->setChecked(true);
  }
  layout->addSpacing(8);
  auto* browse = new QPushButton(tr("Browse …"));
  auto* place = new QHBoxLayout;
  place->addWidget(path_, 1);
  place->addWidget(browse);
  path_->setAccessibleName(tr("Where to"));
  layout->addLayout(place);
  busy_->setRange(0, 0);
  busy_->setTextVisible(false);
  busy_->hide();
  layout->addWidget(busy_);
  layout->addWidget(notices_);
  layout->addStretch(1);
  export_->setDefault(true);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch(1);
  buttons->addWidget(close_);
  buttons->addWidget(export_);
  layout->addLayout(buttons);
  setMinimumWidth(520);

  connect(formats_, &QButtonGroup::idToggled, this, [this](int, bool on) {
    if (on) suggestPath();
  });
  connect(path_, &QLineEdit::textEdited, this, [this] { pathChosen_ = true; });
  connect(path_, &QLineEdit::textChanged, this,
          [this](const QString& text) { export_->setEnabled(!text.trimmed().isEmpty()); });
  connect(browse, &QPushButton::clicked, this, &ExportDialog::browse);
  connect(export_, &QPushButton::clicked, this, &ExportDialog::write);
  connect(close_, &QPushButton::clicked, this, &QDialog::close);
  connect(&study_, &StudyController::closed, this, &QDialog::close);
  suggestPath();
}

int ExportDialog::format() const {
  return std::max(0, formats_->checkedId());
}

void ExportDialog::chooseFormat(const QString& id) {
  const auto& all = exportFormats();
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].id == id) formats_->button(static_cast<int>(i))->setChecked(true);
}

void ExportDialog::suggestPath() {
  if (pathChosen_) return;
  const auto& chosen = exportFormats()[static_cast<std::size_t>(format())];
  QString name = QStringLiteral("%1-%2").arg(study_.name()).arg(trial_);
  name += chosen.ending.isEmpty() ? QStringLiteral("-") + chosen.id : u'.' + chosen.ending;
  path_->setText(QDir(AppSettings().folder(QStringLiteral("exports"))).filePath(name));
}

void ExportDialog::browse() {
  const auto& chosen = exportFormats()[static_cast<std::size_t>(format())];
  auto* dialog = new QFileDialog(this, windowTitle(), path_->text());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  if (chosen.ending.isEmpty()) {
    dialog->setFileMode(QFileDialog::Directory);
  } else {
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(chosen.ending);
  }
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
    pathChosen_ = true;
    path_->setText(path);
  });
  dialog->open();
}

void ExportDialog::write() {
  const auto trial = study_.trials().find(trial_);
  if (!trial || !study_.isOpen()) return;
  notices_->dismissAll();
  busy_->show();
  export_->setEnabled(false);
  const QString path = path_->text().trimmed();
  AppSettings().setFolder(QStringLiteral("exports"), QFileInfo(path).absolutePath());
  jobs_.run(
      this,
      [store = study_.study().store, sounds = study_.features(), trial, path = path.toStdString(),
       chosen = exportFormats()[static_cast<std::size_t>(format())]](std::stop_token) {
        return chosen.write(
            modelOf(*store, *trial, sounds ? &sounds->dataset() : nullptr, chosen.needsWeights), path);
      },
      [this, path](const std::string& checked) {
        busy_->hide();
        export_->setEnabled(true);
        const QString folder = QFileInfo(path).absolutePath();
        notices_->show(QStringLiteral("export"), {NoticeKind::done,
                                                  tr("Written to %1").arg(QDir::toNativeSeparators(path)),
                                                  QString::fromStdString(checked),
                                                  {{tr("Show the folder"), [folder] {
                                                      QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
                                                    }}}});
      },
      [this](const QString& problem) {
        busy_->hide();
        export_->setEnabled(true);
        notices_->show(QStringLiteral("export"), {NoticeKind::error, problem, {}, {}});
      });
}

}  // namespace kinglet::window
