// What a Gaussian process sees of a candidate: numbers that follow from the space's own structure.
#pragma once

#include <Eigen/Core>
#include <string>
#include <vector>

#include "search/history.h"
#include "search/walk.h"

namespace kinglet::search {

// Three sources of columns, each scaled to unit deviation over random candidates of the space:
//  - the known objectives, in model space;
//  - every parameter that stands alone: an ordinal as a number (log2 where all its values are above 0), a
//    category as one column a choice;
//  - parameters that a space repeats: names that differ in one number only (b1_width, b2_width, ...), or in
//    one word, where each is there from another depth on (first_width, second_width, ...); with the same values,
//    but that sizes may differ from place to place. A block's share does not depend much on its number, so
//    they are seen through summaries of the sequence: the sum over active members (of a category: how often
//    each choice occurs), and how much an ordinal rises and falls from member to member. A parameter of its
//    own in front that speaks of the same thing (stem_kernel before b1_kernel: the same last word;
//    stem_filters before b1_width: values from the same list) begins the sequence. Of sizes also how steeply
//    it rises and falls (squares of the steps in log2), and where names tell of widths, kernels and strides,
//    what these make of a signal together (walk.h).
// and, after all of those, what stands at each place of a sequence: the number, or one column a choice, 0
// where the member is inactive. Summaries tell most from few trials, places tell the rest from many. Columns
// of one kind and summary share a scale in a kernel: groupOf().
class SpaceFeatures {
 public:
  explicit SpaceFeatures(const History& history);

  int columns() const { return static_cast<int>(group_.size()); }
  int groups() const { return static_cast<int>(groupNames_.size()); }
  int groupOf(int column) const { return group_[column]; }
  const std::string& groupName(int group) const { return groupNames_[group]; }  // "b#_width falls"
  int costColumns() const { return costColumns_; }                              // they come first
  int placeColumns() const { return placeColumns_; }                            // they come last

  // One row; `known` in model space, as History::knownPoint gives it. The genome must be canonical.
  void row(const space::Genome& genome, const Point& known, Eigen::Ref<Eigen::RowVectorXd> out) const;

 private:
  struct Single {
    int parameter;
    bool category;
    std::vector<double> numbers;  // by choice
  };
  struct Sequence {
    std::string pattern;       // "b#_width"
    std::vector<int> members;  // parameters, in order
    bool category;
    std::vector<std::vector<double>> numbers;  // by member and choice
    double low = 0, middle = 0;                // the least of them, their mean
    int head = -1;                             // parameter that begins it, -1 when there is none
    std::vector<double> headNumbers;
    int choices;
    std::vector<double> places;
    bool sizes = false;  // positive numbers of which there are more than two
  };
  struct Chain {  // sequences of one repeated structure, -1 where there is none
    int width = -1, kernel = -1, stride = -1;
    std::vector<Walk::Figure> figures = {};  // those that this chain has what it takes for
  };
  void findChains();
  void walkChain(const Chain& chain, const space::Genome& genome, const std::vector<char>& isActive,
                 double* out) const;
  void findStructure(const space::SearchSpace& space);
  int addGroup(const std::string& name);
  void raw(const space::Genome& genome, const Point& known, double* out) const;

  const space::SearchSpace* space_;
  int costColumns_ = 0, placeColumns_ = 0;
  std::vector<Single> singles_;
  std::vector<Sequence> sequences_;
  std::vector<Chain> chains_;
  std::vector<int> group_;
  std::vector<std::string> groupNames_;
  Eigen::RowVectorXd centre_, scale_;
};

}  // namespace kinglet::search
