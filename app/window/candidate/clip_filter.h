// Which clips of the list are looked at: by words, by class, by what the network made of them.
#pragma once

#include <QSortFilterProxyModel>
#include <optional>

namespace kinglet::window {

class ClipModel;

class ClipFilter : public QSortFilterProxyModel {
  Q_OBJECT
 public:
  enum class Verdict { all, right, wrong };
  // A cell of a confusion matrix: clips of one class that were taken for one, of those that the network was judged by in
  // the search, or of the test fold.
  struct Cell {
    int truth = -1, answer = -1;
    bool ofTest = false;
  };

  explicit ClipFilter(ClipModel& clips, QObject* parent = nullptr);
  void setVerdict(Verdict verdict);
  void setClass(int index);  // -1: all
  void setWords(const QString& words);
  void setCell(const std::optional<Cell>& cell);
  const std::optional<Cell>& cell() const { return cell_; }
  // The clips that pass, in the list's order.
  std::vector<int> clips() const;
  void refresh() { invalidateFilter(); }  // answers have changed

 protected:
  bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

 private:
  ClipModel& clips_;
  Verdict verdict_ = Verdict::all;
  int class_ = -1;
  std::optional<Cell> cell_;
};

}  // namespace kinglet::window
