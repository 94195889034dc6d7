#include "app/window/export/export_files.h"

#include <QHeaderView>
#include <filesystem>
#include <map>

namespace kinglet::window {
namespace {

namespace fs = std::filesystem;

QString wordsOf(deploy::FileKind kind) {
  using enum deploy::FileKind;
  switch (kind) {
    case model:
      return ExportFiles::tr("the network");
    case stream:
      return ExportFiles::tr("sound as it comes, answers out");
    case frontEnd:
      return ExportFiles::tr("from samples to features");
    case shared:
      return ExportFiles::tr("shared with other networks");
    case program:
      return ExportFiles::tr("a program for WAV files");
    case build:
      return ExportFiles::tr("for the tool chain");
    case example:
      return ExportFiles::tr("an example");
    case about:
      return ExportFiles::tr("how to use it");
    case licence:
      return ExportFiles::tr("the code's licence, 0BSD");
    case card:
      return ExportFiles::tr("the model card");
    case testVector:
      return ExportFiles::tr("an input and its answers");
  }
  return {};
}

}  // namespace

ExportFiles::ExportFiles(QWidget* parent) : QTreeWidget(parent) {
  setColumnCount(2);
  setHeaderLabels({tr("File"), tr("What it is")});
  setAccessibleName(tr("Files that will be written"));
  setSelectionMode(QAbstractItemView::NoSelection);
  header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
}

void ExportFiles::setFiles(const std::vector<deploy::PlannedFile>& files) {
  clear();
  std::map<fs::path, QTreeWidgetItem*> folders;
  if (files.empty()) return;
  // The companions stand beside the export: their folder is the one that holds all.
  const fs::path top = files.back().path.parent_path();
  const auto item = [&](const fs::path& path, QTreeWidgetItem* parent, const QString& words) {
    const QStringList texts{QString::fromStdString(path.filename().string()), words};
    return parent ? new QTreeWidgetItem(parent, texts) : new QTreeWidgetItem(this, texts);
  };
  for (const auto& file : files) {
    QTreeWidgetItem* parent = nullptr;
    fs::path at = top;
    for (const auto& part : file.path.parent_path().lexically_relative(top)) {
      if (part == ".") continue;
      at /= part;
      auto& folder = folders[at];
      if (!folder) folder = item(at, parent, {});
      parent = folder;
    }
    item(file.path, parent, wordsOf(file.kind));
  }
  expandAll();
}

}  // namespace kinglet::window
