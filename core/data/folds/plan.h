// Whether the folds of a data set can be learnt with, and what to say where they cannot.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/message.h"
#include "data/dataset.h"

namespace kinglet::data {

// Why a search cannot train beside these two folds and judge by the second: no clip on one side, or a class
// that is judged by but not trained on. Empty: it can. -1 as testFold: none is closed.
base::Message planFault(const Dataset& dataset, int testFold, int validationFold);
// The same for the folds that a search takes when nobody says otherwise: the last and the one before.
base::Message planFault(const Dataset& dataset);

// Of the clips that a network would be judged by, those of classes that it is trained on. `unlearnt`: names
// of the classes of the others.
struct Learnable {
  std::vector<int> clips;
  std::vector<std::string> unlearnt;
};
Learnable learnable(const Dataset& dataset, std::span<const int> train, std::vector<int> held);

// Classes that are not in every fold, and what follows from it; empty where all are.
std::vector<base::Message> foldNotes(const Dataset& dataset);

}  // namespace kinglet::data
