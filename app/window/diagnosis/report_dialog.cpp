#include "app/window/diagnosis/report_dialog.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include "app/window/kit/file_choice.h"
#include "app/window/kit/notice.h"
#include "widgets/text/message_text.h"

namespace kinglet::window {

ReportDialog::ReportDialog(const std::filesystem::path& folder, std::shared_ptr<const study::StudyStore> open,
                           QWidget* parent)
    : QDialog(parent),
      notices_(new NoticeArea),
      list_(new QListWidget),
      preview_(new QPlainTextEdit),
      save_(new QPushButton(tr("Save the report …"))) {
  build();
  jobs_.run(
      this,
      [folder, open = std::move(open)](std::stop_token) { return app::problemReport(folder, open.get()); },
      [this](std::vector<app::ReportPart> parts) { take(std::move(parts)); },
      [this](const QString& problem) { fail(problem); });
}

void ReportDialog::build() {
  setWindowTitle(tr("Report a problem"));
  resize(860, 600);
  auto* intro = new QLabel(
      tr("A report for those who can mend it: one file, which stays on this computer until you pass it on. "
         "It holds these texts; choose one to read it as it would be written."));
  intro->setWordWrap(true);
  QStringList lines;
  for (const base::Message& what : app::leftOutOfReport())
    lines << QStringLiteral("• ") + widgets::messageText(what);
  auto* leftOut = new QLabel(tr("Not in it:") + u'\n' + lines.join(u'\n'));
  leftOut->setWordWrap(true);
  leftOut->setTextFormat(Qt::PlainText);
  list_->setAccessibleName(tr("What the report holds"));
  list_->setWordWrap(true);
  preview_->setAccessibleName(tr("The chosen text"));
  preview_->setReadOnly(true);
  preview_->setLineWrapMode(QPlainTextEdit::NoWrap);
  preview_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
  auto* parts = new QSplitter;
  parts->addWidget(list_);
  parts->addWidget(preview_);
  parts->setSizes({300, 540});
  parts->setChildrenCollapsible(false);
  auto* buttons = new QDialogButtonBox;
  buttons->addButton(save_, QDialogButtonBox::ActionRole);
  buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
  save_->setEnabled(false);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(notices_);
  layout->addWidget(intro);
  layout->addWidget(parts, 1);
  layout->addWidget(leftOut);
  layout->addWidget(buttons);
  connect(save_, &QPushButton::clicked, this, &ReportDialog::choosePath);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(list_, &QListWidget::currentRowChanged, this, [this](int row) {
    preview_->setPlainText(row < 0 ? QString()
                                   : QString::fromStdString(parts_[static_cast<std::size_t>(row)].text));
  });
}

void ReportDialog::take(std::vector<app::ReportPart> parts) {
  parts_ = std::move(parts);
  for (const app::ReportPart& part : parts_)
    list_->addItem(QString::fromStdString(part.file) + u'\n' + widgets::messageText(part.what));
  list_->setCurrentRow(0);
  save_->setEnabled(true);
}

void ReportDialog::choosePath() {
  chooseFileToSave(this,
                   {tr("Save the report"), QStringLiteral("reports"), tr("ZIP archives (*.zip)"),
                    QStringLiteral("zip"), QStringLiteral("kinglet-report.zip")},
                   [this](const QString& path) { save(path); });
}

void ReportDialog::save(const QString& path) {
  save_->setEnabled(false);
  jobs_.run(
      this,
      [parts = parts_, path](std::stop_token) {
        app::writeReport(parts, path.toStdString());
        return true;
      },
      [this, path](bool) {
        save_->setEnabled(true);
        notices_->show(QStringLiteral("saved"), writtenNotice(path));
      },
      [this](const QString& problem) { fail(problem); });
}

void ReportDialog::fail(const QString& problem) {
  save_->setEnabled(isReady());
  notices_->show(QStringLiteral("saved"), {NoticeKind::error, problem, {}, {}});
}

}  // namespace kinglet::window
