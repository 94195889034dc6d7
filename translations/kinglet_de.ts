<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>EnergyBasis</name>
    <message>
        <source>input area</source>
        <translation>Eingabefläche</translation>
    </message>
    <message>
        <source>output area</source>
        <translation>Ausgabefläche</translation>
    </message>
    <message>
        <source>kernel area</source>
        <translation>Kernfläche</translation>
    </message>
    <message>
        <source>stride</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>input channels</source>
        <translation>Eingabekanäle</translation>
    </message>
    <message>
        <source>output channels</source>
        <translation>Ausgabekanäle</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>MACs</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>input elements</source>
        <translation>Eingabeelemente</translation>
    </message>
    <message>
        <source>output elements</source>
        <translation>Ausgabeelemente</translation>
    </message>
    <message>
        <source>patch elements</source>
        <translation>Patch-Elemente</translation>
    </message>
    <message>
        <source>channels padded to 8</source>
        <translation>auf 8 aufgefüllte Kanäle</translation>
    </message>
    <message>
        <source>operators</source>
        <translation>Operatoren</translation>
    </message>
    <message>
        <source>multiply-adds</source>
        <translation>Multiplikationen mit Addition</translation>
    </message>
    <message>
        <source>depthwise multiply-adds</source>
        <translation>tiefenweise Multiplikationen mit Addition</translation>
    </message>
    <message>
        <source>gathered inputs</source>
        <translation>gesammelte Eingaben</translation>
    </message>
    <message>
        <source>outputs</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>moved activations</source>
        <translation>bewegte Aktivierungen</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>the study has lost the energy model %1</source>
        <translation>der Studie fehlt das Energiemodell %1</translation>
    </message>
    <message>
        <source>There is no study at %1.</source>
        <translation>Unter %1 gibt es keine Studie.</translation>
    </message>
    <message>
        <source>There is already a file %1. Choose another name, or open it to go on.</source>
        <translation>Die Datei %1 gibt es schon. Einen anderen Namen wählen oder sie öffnen, um weiterzumachen.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made: %2.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden: %2.</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, Zeile %2: %3</translation>
    </message>
    <message>
        <source>this row is too long for a table; is this a CSV file?</source>
        <translation>diese Zeile ist zu lang für eine Tabelle; ist das eine CSV-Datei?</translation>
    </message>
    <message>
        <source>this is not a text file (a zero byte was found)</source>
        <translation>das ist keine Textdatei (ein Null-Byte kommt darin vor)</translation>
    </message>
    <message>
        <source>a quoted field is never closed</source>
        <translation>ein Feld in Anführungszeichen wird nie geschlossen</translation>
    </message>
    <message>
        <source>%1 is empty; a CSV file with a header row is needed</source>
        <translation>%1 ist leer; gebraucht wird eine CSV-Datei mit Kopfzeile</translation>
    </message>
    <message>
        <source>%1, line 1: there is no column &quot;%2&quot;; the columns are: %3</source>
        <translation>%1, Zeile 1: es gibt keine Spalte „%2“; die Spalten sind: %3</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>the row ends before %1</source>
        <translation>die Zeile endet vor %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in %2 is not a number</source>
        <translation>„%1“ in %2 ist keine Zahl</translation>
    </message>
    <message>
        <source>this text is not UTF-8; save the table as UTF-8 (in a spreadsheet: CSV UTF-8)</source>
        <translation>dieser Text ist nicht UTF-8; die Tabelle als UTF-8 speichern (in der Tabellenkalkulation: CSV UTF-8)</translation>
    </message>
    <message>
        <source>cannot write %1: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>%1 is a folder, not a file</source>
        <translation>%1 ist ein Ordner, keine Datei</translation>
    </message>
    <message>
        <source>cannot read %1: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is larger than %2 MB, so it is not the kind of file that belongs here</source>
        <translation>%1 ist größer als %2 MB, also nicht die Art von Datei, die hierher gehört</translation>
    </message>
    <message>
        <source>cannot map %1: %2</source>
        <translation>%1 kann nicht in den Speicher abgebildet werden: %2</translation>
    </message>
    <message>
        <source>cannot make the cache folder %1: %2</source>
        <translation>der Ordner %1 für Zwischenergebnisse kann nicht angelegt werden: %2</translation>
    </message>
    <message>
        <source>there is not enough memory; close other programs and try again</source>
        <translation>der Speicher reicht nicht; andere Programme schließen und es noch einmal versuchen</translation>
    </message>
    <message>
        <source>the disk is full; free some space and try again</source>
        <translation>der Datenträger ist voll; Platz schaffen und es noch einmal versuchen</translation>
    </message>
    <message>
        <source>no permission; choose another folder or change the permissions</source>
        <translation>keine Berechtigung; einen anderen Ordner wählen oder die Rechte ändern</translation>
    </message>
    <message>
        <source>it can only be read from, not written to; choose another folder</source>
        <translation>dort kann nur gelesen, nicht geschrieben werden; einen anderen Ordner wählen</translation>
    </message>
    <message>
        <source>there is no such file or folder</source>
        <translation>diese Datei oder diesen Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>there is something of that name already</source>
        <translation>etwas mit diesem Namen gibt es dort schon</translation>
    </message>
    <message>
        <source>a part of the path is a file, not a folder</source>
        <translation>ein Teil des Pfads ist eine Datei, kein Ordner</translation>
    </message>
    <message>
        <source>it is a folder, not a file</source>
        <translation>es ist ein Ordner, keine Datei</translation>
    </message>
    <message>
        <source>the folder is not empty</source>
        <translation>der Ordner ist nicht leer</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>der Name ist zu lang</translation>
    </message>
    <message>
        <source>its links go round in a circle</source>
        <translation>seine Verknüpfungen laufen im Kreis</translation>
    </message>
    <message>
        <source>too many files are open; close other programs and try again</source>
        <translation>zu viele Dateien sind offen; andere Programme schließen und es noch einmal versuchen</translation>
    </message>
    <message>
        <source>the disk or the connection to it is faulty</source>
        <translation>der Datenträger oder die Verbindung zu ihm ist gestört</translation>
    </message>
    <message>
        <source>something else is using it</source>
        <translation>etwas anderes benutzt es gerade</translation>
    </message>
    <message>
        <source>error %1 of the system</source>
        <translation>Fehler %1 des Systems</translation>
    </message>
    <message>
        <source>separated by semicolons</source>
        <translation>durch Strichpunkte getrennt</translation>
    </message>
    <message>
        <source>separated by tabs</source>
        <translation>durch Tabulatoren getrennt</translation>
    </message>
    <message>
        <source>separated by |</source>
        <translation>durch | getrennt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>decimal commas</source>
        <translation>Dezimalkommas</translation>
    </message>
    <message>
        <source>in the encoding %1</source>
        <translation>in der Kodierung %1</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>these features are another front end&apos;s; compute them with the candidate&apos;s own</source>
        <translation>diese Merkmale stammen von einem anderen Frontend; mit dem des Kandidaten berechnen</translation>
    </message>
    <message>
        <source>int8 needs the study&apos;s sounds to calibrate on; find them first</source>
        <translation>int8 braucht die Klänge der Studie zum Kalibrieren; zuerst angeben, wo sie sind</translation>
    </message>
    <message>
        <source>the data set gave no window of sound to try the export with</source>
        <translation>der Datensatz ergab kein Klangfenster, mit dem der Export geprüft werden könnte</translation>
    </message>
    <message>
        <source>TorchScript is exported in float only; choose onnx, tflite or c for int8</source>
        <translation>TorchScript wird nur in Gleitkomma exportiert; für int8 onnx, tflite oder c wählen</translation>
    </message>
    <message>
        <source>only the int8 C export runs on an emulated board; choose format c and int8</source>
        <translation>nur der C-Export in int8 läuft auf einem emulierten Board; Format c und int8 wählen</translation>
    </message>
    <message>
        <source>there are no training clips to fine-tune on</source>
        <translation>es gibt keine Trainingsclips zum Nachtrainieren</translation>
    </message>
    <message>
        <source>the int8 fine-tuning diverged; export the float network instead</source>
        <translation>das Nachtrainieren für int8 ist entgleist; stattdessen das Gleitkommanetz exportieren</translation>
    </message>
    <message>
        <source>a network without layers cannot be exported</source>
        <translation>ein Netz ohne Schichten kann nicht exportiert werden</translation>
    </message>
    <message>
        <source>the network is too large for an ONNX file</source>
        <translation>das Netz ist zu groß für eine ONNX-Datei</translation>
    </message>
    <message>
        <source>the export was cancelled; nothing was written</source>
        <translation>der Export wurde abgebrochen; nichts wurde geschrieben</translation>
    </message>
    <message>
        <source>int8 quantisation needs some training clips to calibrate on; the data set gave none</source>
        <translation>die Quantisierung auf int8 braucht Trainingsclips zum Kalibrieren; der Datensatz ergab keine</translation>
    </message>
    <message>
        <source>the export answered with another number of classes</source>
        <translation>der Export antwortete mit einer anderen Zahl von Klassen</translation>
    </message>
    <message>
        <source>the C export does not answer as the simulation; please report this</source>
        <translation>der C-Export antwortet nicht wie die Simulation; das bitte melden</translation>
    </message>
    <message>
        <source>The energy of the battery must be above 0 J</source>
        <translation>Die Energie des Akkus muss über 0 J liegen</translation>
    </message>
    <message>
        <source>Inferences a second must be above 0</source>
        <translation>Inferenzen je Sekunde müssen über 0 liegen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a battery; give phone, watch, earphones or an energy such as &quot;2.5 kJ&quot;</source>
        <translation>„%1“ ist kein Akku; phone, watch, earphones oder eine Energie wie „2.5 kJ“ angeben</translation>
    </message>
    <message>
        <source>The layer table has no network &quot;%1&quot;; add its layers</source>
        <translation>Die Schichtentabelle hat kein Netz „%1“; seine Schichten ergänzen</translation>
    </message>
    <message>
        <source>%1 (%2) lacks its clock or a measured network</source>
        <translation>bei %1 (%2) fehlt der Takt oder ein gemessenes Netz</translation>
    </message>
    <message>
        <source>Nothing is known of the board &quot;%1&quot;; add it to the file of boards</source>
        <translation>Über das Board „%1“ ist nichts bekannt; es in der Datei der Boards ergänzen</translation>
    </message>
    <message>
        <source>The file of boards gives memory without a source for %1</source>
        <translation>Die Datei der Boards nennt für %1 Speicher ohne Quelle</translation>
    </message>
    <message>
        <source>The file of boards cannot be read: %1</source>
        <translation>Die Datei der Boards kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Two systems of the table would both be called &quot;%1&quot;</source>
        <translation>Zwei Systeme der Tabelle hießen beide „%1“</translation>
    </message>
    <message>
        <source>the row has too few columns</source>
        <translation>die Zeile hat zu wenige Spalten</translation>
    </message>
    <message>
        <source>clock, supply, latency and energy must be positive (leave blank what is not known)</source>
        <translation>Takt, Spannung, Latenz und Energie müssen positiv sein (leer lassen, was nicht bekannt ist)</translation>
    </message>
    <message>
        <source>too many systems for a table of boards</source>
        <translation>zu viele Systeme für eine Tabelle von Boards</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands twice for %2</source>
        <translation>„%1“ steht zweimal für %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must not be negative</source>
        <translation>„%1“ darf nicht negativ sein</translation>
    </message>
    <message>
        <source>&quot;sources&quot; is empty: every figure needs a source</source>
        <translation>„sources“ ist leer: jede Angabe braucht eine Quelle</translation>
    </message>
    <message>
        <source>This is not a device profile: %1</source>
        <translation>Das ist kein Geräteprofil: %1</translation>
    </message>
    <message>
        <source>There is no device &quot;%1&quot;. Known devices: %2</source>
        <translation>Es gibt kein Gerät „%1“. Bekannte Geräte: %2</translation>
    </message>
    <message>
        <source>The model %1 was fitted to columns of its own table and cannot tell the energy of a network</source>
        <translation>Das Modell %1 wurde an Spalten seiner eigenen Tabelle angepasst und kennt die Energie eines Netzes nicht</translation>
    </message>
    <message>
        <source>%1 %2 over the measured %3</source>
        <translation>%1 %2 über den gemessenen %3</translation>
    </message>
    <message>
        <source>%1 %2 under the measured %3</source>
        <translation>%1 %2 unter den gemessenen %3</translation>
    </message>
    <message>
        <source>1 layer is of a kind (%1) that was not measured and counts as nothing</source>
        <translation>1 Schicht ist von einer Art (%1), die nicht gemessen wurde und als nichts zählt</translation>
    </message>
    <message>
        <source>%1 layers are of a kind (%2) that was not measured and counts as nothing</source>
        <translation>%1 Schichten sind von einer Art (%2), die nicht gemessen wurde und als nichts zählt</translation>
    </message>
    <message>
        <source>1 layer is of a kind (%1) that was not measured and taken as the nearest kind</source>
        <translation>1 Schicht ist von einer Art (%1), die nicht gemessen wurde und als die nächste Art gilt</translation>
    </message>
    <message>
        <source>%1 layers are of a kind (%2) that was not measured and taken as the nearest kind</source>
        <translation>%1 Schichten sind von einer Art (%2), die nicht gemessen wurde und als die nächste Art gilt</translation>
    </message>
    <message>
        <source>layers with %1 of the energy lie outside the measured range</source>
        <translation>Schichten mit %1 der Energie liegen außerhalb des gemessenen Bereichs</translation>
    </message>
    <message>
        <source>needs %1 times the energy of the largest network measured on this board</source>
        <translation>braucht das %1-Fache der Energie des größten Netzes, das auf diesem Board gemessen wurde</translation>
    </message>
    <message>
        <source>needs %1 times less energy than the smallest network measured on this board</source>
        <translation>braucht %1-mal weniger Energie als das kleinste Netz, das auf diesem Board gemessen wurde</translation>
    </message>
    <message>
        <source>convolutions over time were not measured on this board; they are taken as other convolutions</source>
        <translation>Faltungen über die Zeit wurden auf diesem Board nicht gemessen; sie gelten als andere Faltungen</translation>
    </message>
    <message>
        <source>no layer of this network multiplies</source>
        <translation>keine Schicht dieses Netzes multipliziert</translation>
    </message>
    <message>
        <source>there are no features of the level &quot;%1&quot;</source>
        <translation>es gibt keine Merkmale der Ebene „%1“</translation>
    </message>
    <message>
        <source>the measurements do not fit one process; are some of them not numbers of one kind?</source>
        <translation>die Messungen passen nicht zu einem Prozess; sind manche keine Zahlen derselben Art?</translation>
    </message>
    <message>
        <source>the process in this file is damaged</source>
        <translation>der Prozess in dieser Datei ist beschädigt</translation>
    </message>
    <message>
        <source>a layer table has at most a million rows; is this one of layers?</source>
        <translation>eine Schichtentabelle hat höchstens eine Million Zeilen; ist das eine von Schichten?</translation>
    </message>
    <message>
        <source>its networks have more than a million layers in all; take a sample of it</source>
        <translation>ihre Netze haben zusammen mehr als eine Million Schichten; eine Stichprobe davon nehmen</translation>
    </message>
    <message>
        <source>%1 tells no energy of this network that could be one</source>
        <translation>%1 nennt für dieses Netz keine Energie, die eine sein könnte</translation>
    </message>
    <message>
        <source>a layer of such sizes cannot be meant</source>
        <translation>eine Schicht von solcher Größe kann nicht gemeint sein</translation>
    </message>
    <message>
        <source>a shape, kernel or stride must be a whole number from 1 to 1,000,000</source>
        <translation>eine Form, ein Kern oder Schritt muss eine ganze Zahl von 1 bis 1.000.000 sein</translation>
    </message>
    <message>
        <source>macs and params must not be negative</source>
        <translation>macs und params dürfen nicht negativ sein</translation>
    </message>
    <message>
        <source>the row ends before type</source>
        <translation>die Zeile endet vor type</translation>
    </message>
    <message>
        <source>the layer type &quot;%1&quot; is not known</source>
        <translation>die Schichtart „%1“ ist nicht bekannt</translation>
    </message>
    <message>
        <source>the table has a header and no layers</source>
        <translation>die Tabelle hat eine Kopfzeile und keine Schichten</translation>
    </message>
    <message>
        <source>Name at least one network to measure</source>
        <translation>Mindestens ein Netz zum Messen nennen</translation>
    </message>
    <message>
        <source>Rounds and seconds of a measurement must be above 0</source>
        <translation>Runden und Sekunden einer Messung müssen über 0 liegen</translation>
    </message>
    <message>
        <source>The meter did not move while %1 ran: measure for longer (--seconds)</source>
        <translation>Der Zähler bewegte sich nicht, während %1 lief: länger messen (--seconds)</translation>
    </message>
    <message>
        <source>%1, line 1: the columns are not those of a table of recordings (%2); choose another file</source>
        <translation>%1, Zeile 1: die Spalten sind nicht die einer Tabelle von Aufzeichnungen (%2); eine andere Datei wählen</translation>
    </message>
    <message>
        <source>there is no role &quot;%1&quot; to map; roles are hw, in_h, in_w, in_c, out_c, kernel, kernel_h, kernel_w, stride, type, network, name</source>
        <translation>es gibt keine Rolle „%1“ zuzuordnen; Rollen sind hw, in_h, in_w, in_c, out_c, kernel, kernel_h, kernel_w, stride, type, network, name</translation>
    </message>
    <message>
        <source>a size, kernel, stride or channel count must be a whole number from 1 to 1,000,000</source>
        <translation>eine Größe, ein Kern, Schritt oder eine Kanalzahl muss eine ganze Zahl von 1 bis 1.000.000 sein</translation>
    </message>
    <message>
        <source>read in %1, a multiply-add of this table takes %2, which no device does; state the right unit with --unit</source>
        <translation>in %1 gelesen braucht eine Multiplikation mit Addition dieser Tabelle %2, was kein Gerät tut; die richtige Einheit angeben (--unit)</translation>
    </message>
    <message>
        <source>under 0.01 pJ</source>
        <translation>unter 0,01 pJ</translation>
    </message>
    <message>
        <source>over 1 uJ</source>
        <translation>über 1 µJ</translation>
    </message>
    <message>
        <source>this row holds numbers; the first row must name the columns</source>
        <translation>diese Zeile enthält Zahlen; die erste Zeile muss die Spalten nennen</translation>
    </message>
    <message>
        <source>the column &quot;%1&quot; does not state its unit; give it with --unit (J, mJ, uJ, nJ, Wh)</source>
        <translation>die Spalte „%1“ nennt ihre Einheit nicht; sie angeben (--unit: J, mJ, uJ, nJ, Wh)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a unit of energy; known are J, mJ, uJ, nJ, kJ, Wh, mWh</source>
        <translation>„%1“ ist keine Energieeinheit; bekannt sind J, mJ, uJ, nJ, kJ, Wh, mWh</translation>
    </message>
    <message>
        <source>a column &quot;network&quot; is needed to find the layers of each row</source>
        <translation>eine Spalte „network“ wird gebraucht, um die Schichten jeder Zeile zu finden</translation>
    </message>
    <message>
        <source>a table of measurements has at most 200,000 rows; take a sample of it</source>
        <translation>eine Messtabelle hat höchstens 200.000 Zeilen; eine Stichprobe daraus nehmen</translation>
    </message>
    <message>
        <source>no column of this table describes what was measured; map columns (--map in_c=NAME ...) or name them (--features)</source>
        <translation>keine Spalte dieser Tabelle beschreibt, was gemessen wurde; Spalten zuordnen (--map in_c=NAME ...) oder nennen (--features)</translation>
    </message>
    <message>
        <source>energy must be above 0, and &quot;%1&quot; is not</source>
        <translation>die Energie muss über 0 liegen, und „%1“ tut das nicht</translation>
    </message>
    <message>
        <source>the row ends before its type</source>
        <translation>die Zeile endet vor ihrer Art</translation>
    </message>
    <message>
        <source>the table of layers has no network &quot;%1&quot;</source>
        <translation>die Schichtentabelle hat kein Netz „%1“</translation>
    </message>
    <message>
        <source>the table has a header and no measurements</source>
        <translation>die Tabelle hat eine Kopfzeile und keine Messungen</translation>
    </message>
    <message>
        <source>rows are kernels: %1</source>
        <translation>die Zeilen sind Kerne: %1</translation>
    </message>
    <message>
        <source>rows are networks</source>
        <translation>die Zeilen sind Netze</translation>
    </message>
    <message>
        <source>no shapes were recognised; features are the columns %1</source>
        <translation>keine Formen wurden erkannt; Merkmale sind die Spalten %1</translation>
    </message>
    <message>
        <source>The energy counter %1 can no longer be read</source>
        <translation>Der Energiezähler %1 kann nicht mehr gelesen werden</translation>
    </message>
    <message>
        <source>This computer shows no energy counters (%1 is missing, as in most virtual machines); state its power with --watts instead</source>
        <translation>Dieser Rechner zeigt keine Energiezähler (%1 fehlt, wie in den meisten virtuellen Maschinen); stattdessen seine Leistung angeben (--watts)</translation>
    </message>
    <message>
        <source>The energy counters below %1 may be read by root only; allow it with: sudo chmod a+r %1/*/energy_uj</source>
        <translation>Die Energiezähler unter %1 darf nur root lesen; erlauben mit: sudo chmod a+r %1/*/energy_uj</translation>
    </message>
    <message>
        <source>There are no energy counters of a processor below %1; state this computer&apos;s power with --watts instead</source>
        <translation>Unter %1 gibt es keine Energiezähler eines Prozessors; stattdessen die Leistung dieses Rechners angeben (--watts)</translation>
    </message>
    <message>
        <source>The stated power must be above 0 W</source>
        <translation>Die angegebene Leistung muss über 0 W liegen</translation>
    </message>
    <message>
        <source>There is no front yet: train a few networks first</source>
        <translation>Es gibt noch keine Front: zuerst ein paar Netze trainieren</translation>
    </message>
    <message>
        <source>a work list has at most 100,000 networks</source>
        <translation>eine Arbeitsliste hat höchstens 100.000 Netze</translation>
    </message>
    <message>
        <source>the row ends before spec</source>
        <translation>die Zeile endet vor spec</translation>
    </message>
    <message>
        <source>measured_mj must be above 0 (leave it blank where nothing was measured)</source>
        <translation>measured_mj muss über 0 liegen (leer lassen, wo nichts gemessen wurde)</translation>
    </message>
    <message>
        <source>the network of this row cannot be read: %1</source>
        <translation>das Netz dieser Zeile kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>This model was fitted to columns of its own table and cannot tell the energy of a network</source>
        <translation>Dieses Modell wurde an Spalten seiner eigenen Tabelle angepasst und kennt die Energie eines Netzes nicht</translation>
    </message>
    <message>
        <source>A predictor needs at least 10 measurements, and %1 has %2</source>
        <translation>Ein Modell braucht mindestens 10 Messungen, und %1 hat %2</translation>
    </message>
    <message>
        <source>There is no method &quot;%1&quot;; known are auto, forest, process</source>
        <translation>Es gibt kein Verfahren „%1“; bekannt sind auto, forest, process</translation>
    </message>
    <message>
        <source>This model was fitted to columns of its own table; measured networks cannot refine it</source>
        <translation>Dieses Modell wurde an Spalten seiner eigenen Tabelle angepasst; gemessene Netze können es nicht verfeinern</translation>
    </message>
    <message>
        <source>it was not written by &quot;kinglet energy fit&quot;</source>
        <translation>es wurde nicht von „kinglet energy fit“ geschrieben</translation>
    </message>
    <message>
        <source>it is of another version of kinglet; fit it again</source>
        <translation>es stammt von einer anderen Version von Kinglet; neu anpassen</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>es ist beschädigt</translation>
    </message>
    <message>
        <source>%1 is not an energy model, or it is damaged; fit it again</source>
        <translation>%1 ist kein Energiemodell oder beschädigt; neu anpassen</translation>
    </message>
    <message>
        <source>%1 is not a usable energy model: %2</source>
        <translation>%1 ist kein brauchbares Energiemodell: %2</translation>
    </message>
    <message>
        <source>the forest in this file is damaged</source>
        <translation>der Wald in dieser Datei ist beschädigt</translation>
    </message>
    <message>
        <source>the forest in this file has no trees</source>
        <translation>der Wald in dieser Datei hat keine Bäume</translation>
    </message>
    <message>
        <source>The trace has no samples</source>
        <translation>Die Aufzeichnung hat keine Messwerte</translation>
    </message>
    <message>
        <source>Times for finding windows must be 0 ms or more</source>
        <translation>Zeiten zum Finden von Fenstern müssen 0 ms oder mehr sein</translation>
    </message>
    <message>
        <source>The number of inferences in a window must be above 0</source>
        <translation>Die Zahl der Inferenzen in einem Fenster muss über 0 liegen</translation>
    </message>
    <message>
        <source>No window with samples was given; find or mark one first</source>
        <translation>Kein Fenster mit Messwerten wurde angegeben; zuerst eines finden oder markieren</translation>
    </message>
    <message>
        <source>a MobileNet&apos;s width is a factor between 0.01 and 4, for example 0.25</source>
        <translation>die Breite eines MobileNet ist ein Faktor zwischen 0.01 und 4, zum Beispiel 0.25</translation>
    </message>
    <message>
        <source>there is no MLPerf Tiny network &quot;%1&quot;; there are kws, ic, ad, vww and sww</source>
        <translation>es gibt kein MLPerf-Tiny-Netz „%1“; es gibt kws, ic und ad</translation>
    </message>
    <message>
        <source>there is no network &quot;%1&quot;; the names are mobilenet_v1:WIDTH, mobilenet_v2:WIDTH (for example mobilenet_v1:0.25) and ds_cnn</source>
        <translation>es gibt kein Netz „%1“; die Namen sind mobilenet_v1:BREITE, mobilenet_v2:BREITE (zum Beispiel mobilenet_v1:0.25) und ds_cnn</translation>
    </message>
    <message>
        <source>a network without layers has no cost; add a layer first</source>
        <translation>ein Netz ohne Schichten hat keine Kosten; zuerst eine Schicht hinzufügen</translation>
    </message>
    <message>
        <source>a stored network has an unknown %1, &quot;%2&quot;; it may come from a newer version of Kinglet</source>
        <translation>ein gespeichertes Netz hat eine unbekannte Angabe (%1), „%2“; vielleicht stammt es von einer neueren Version von Kinglet</translation>
    </message>
    <message>
        <source>a stored network cannot be read (%1)</source>
        <translation>ein gespeichertes Netz kann nicht gelesen werden (%1)</translation>
    </message>
    <message>
        <source>layer &quot;%1&quot; (%2) %3</source>
        <translation>Schicht „%1“ (%2) %3</translation>
    </message>
    <message>
        <source>has a window larger than its map %1; make it smaller or pad</source>
        <translation>hat ein Fenster, das größer ist als ihre Karte %1; verkleinern oder auffüllen</translation>
    </message>
    <message>
        <source>needs 1 or more filters, not %1</source>
        <translation>braucht 1 oder mehr Filter, nicht %1</translation>
    </message>
    <message>
        <source>runs along time and needs a map of width 1, not %1; turn frequency into channels first</source>
        <translation>läuft die Zeit entlang und braucht eine Karte der Breite 1, nicht %1; zuerst Frequenzen zu Kanälen machen</translation>
    </message>
    <message>
        <source>adds maps of different shapes, %1 and %2</source>
        <translation>addiert Karten verschiedener Form, %1 und %2</translation>
    </message>
    <message>
        <source>joins maps of different sizes, %1 and %2</source>
        <translation>verbindet Karten verschiedener Größe, %1 und %2</translation>
    </message>
    <message>
        <source>takes channels that its input does not have (it has %1)</source>
        <translation>nimmt Kanäle, die ihre Eingabe nicht hat (sie hat %1)</translation>
    </message>
    <message>
        <source>cannot shuffle %1 channels in %2 groups</source>
        <translation>kann %1 Kanäle nicht in %2 Gruppen mischen</translation>
    </message>
    <message>
        <source>needs 1 or more units</source>
        <translation>braucht 1 oder mehr Einheiten</translation>
    </message>
    <message>
        <source>is of an unknown kind</source>
        <translation>ist von unbekannter Art</translation>
    </message>
    <message>
        <source>a network cannot have an input of %1; is the clip shorter than one window?</source>
        <translation>ein Netz kann keine Eingabe von %1 haben; ist der Clip kürzer als ein Fenster?</translation>
    </message>
    <message>
        <source>a network of more than 10,000 layers is not meant</source>
        <translation>ein Netz von mehr als 10.000 Schichten ist nicht vorgesehen</translation>
    </message>
    <message>
        <source>has the name of an earlier layer; names must differ</source>
        <translation>heißt wie eine frühere Schicht; Namen müssen sich unterscheiden</translation>
    </message>
    <message>
        <source>needs one input</source>
        <translation>braucht eine Eingabe</translation>
    </message>
    <message>
        <source>needs two inputs</source>
        <translation>braucht zwei Eingaben</translation>
    </message>
    <message>
        <source>reads a layer that is not before it</source>
        <translation>liest eine Schicht, die nicht vor ihr steht</translation>
    </message>
    <message>
        <source>needs kernels and strides of 1 .. 4096</source>
        <translation>braucht Kerne und Schritte von 1 bis 4096</translation>
    </message>
    <message>
        <source>cannot have an activation</source>
        <translation>kann keine Aktivierung haben</translation>
    </message>
    <message>
        <source>cannot have batch norm</source>
        <translation>kann keine Batch-Normalisierung haben</translation>
    </message>
    <message>
        <source>has an output too large to be meant, %1</source>
        <translation>hat eine Ausgabe, die zu groß ist, um gemeint zu sein, %1</translation>
    </message>
    <message>
        <source>The search has no objective; give at least one.</source>
        <translation>Die Suche hat kein Ziel; mindestens eines angeben.</translation>
    </message>
    <message>
        <source>The reference of objective &quot;%1&quot; must be a finite number above 0, because its scale is logarithmic.</source>
        <translation>Die Referenz des Ziels „%1“ muss eine endliche Zahl über 0 sein, weil seine Skala logarithmisch ist.</translation>
    </message>
    <message>
        <source>The reference of objective &quot;%1&quot; must be a finite number.</source>
        <translation>Die Referenz des Ziels „%1“ muss eine endliche Zahl sein.</translation>
    </message>
    <message>
        <source>its cost is not a finite number</source>
        <translation>seine Kosten sind keine endliche Zahl</translation>
    </message>
    <message>
        <source>The known costs must give %1 figures, one a known objective, but gave %2.</source>
        <translation>Die bekannten Kosten müssen %1 Zahlen ergeben, eine je bekanntem Ziel, ergaben aber %2.</translation>
    </message>
    <message>
        <source>There is no trial %1 to tell of; it was never suggested.</source>
        <translation>Von Versuch %1 kann nichts berichtet werden; er wurde nie vorgeschlagen.</translation>
    </message>
    <message>
        <source>Trial %1 was told already.</source>
        <translation>Von Versuch %1 wurde schon berichtet.</translation>
    </message>
    <message>
        <source>Trial %1 needs %2 objectives, but %3 were told.</source>
        <translation>Versuch %1 braucht %2 Ziele, berichtet wurden aber %3.</translation>
    </message>
    <message>
        <source>the %1 of objective &quot;%2&quot; is &quot;%3&quot;; it must be %4 or %5</source>
        <translation>die Angabe %1 des Ziels „%2“ ist „%3“; sie muss %4 oder %5 sein</translation>
    </message>
    <message>
        <source>the search space has no parameters</source>
        <translation>der Suchraum hat keine Parameter</translation>
    </message>
    <message>
        <source>objective &quot;%1&quot; has no reference: the worst value that counts for the hypervolume</source>
        <translation>Ziel „%1“ hat keine Referenz: den schlechtesten Wert, der für das Hypervolumen zählt</translation>
    </message>
    <message>
        <source>objective &quot;%1&quot; has a limit, but only known ones can be kept</source>
        <translation>Ziel „%1“ hat eine Grenze, aber nur bekannte Ziele können eine einhalten</translation>
    </message>
    <message>
        <source>the space file has two objectives named &quot;%1&quot;</source>
        <translation>die Datei des Suchraums hat zwei Ziele namens „%1“</translation>
    </message>
    <message>
        <source>the objectives of the space file cannot be read (%1)</source>
        <translation>die Ziele in der Datei des Suchraums können nicht gelesen werden (%1)</translation>
    </message>
    <message>
        <source>the space file has %1 objectives; 1 to %2 can be optimised</source>
        <translation>die Datei des Suchraums hat %1 Ziele; 1 bis %2 können optimiert werden</translation>
    </message>
    <message>
        <source>%1 is over its limit</source>
        <translation>%1 liegt über der Grenze</translation>
    </message>
    <message>
        <source>There is no strategy &quot;%1&quot;; choose one of %2.</source>
        <translation>Es gibt keine Strategie „%1“; eine von diesen wählen: %2.</translation>
    </message>
    <message>
        <source>parameter &quot;%1&quot; of the search space must have numbers as values</source>
        <translation>Parameter „%1“ des Suchraums muss Zahlen als Werte haben</translation>
    </message>
    <message>
        <source>parameter &quot;%1&quot; of the search space has the value %2; it must be a whole number of %3 .. %4</source>
        <translation>Parameter „%1“ des Suchraums hat den Wert %2; es muss eine ganze Zahl von %3 bis %4 sein</translation>
    </message>
    <message>
        <source>hop_ms of the search space must be above 0 and at most 1000</source>
        <translation>hop_ms des Suchraums muss über 0 und höchstens 1000 sein</translation>
    </message>
    <message>
        <source>clip_s of the search space must be above 0 and at most 600</source>
        <translation>clip_s des Suchraums muss über 0 und höchstens 600 sein</translation>
    </message>
    <message>
        <source>clip_s of the search space is shorter than one analysis window; make it at least %1</source>
        <translation>clip_s des Suchraums ist kürzer als ein Analysefenster; mindestens %1 nehmen</translation>
    </message>
    <message>
        <source>an audio space has 1 to 32 blocks</source>
        <translation>ein Suchraum für Klänge hat 1 bis 32 Blöcke</translation>
    </message>
    <message>
        <source>the search space has no stem type &quot;%1&quot;; there are conv2d and conv1d_time</source>
        <translation>der Suchraum kennt keine Stammart „%1“; es gibt conv2d und conv1d_time</translation>
    </message>
    <message>
        <source>a parameter of the search space has no name</source>
        <translation>ein Parameter des Suchraums hat keinen Namen</translation>
    </message>
    <message>
        <source>parameter &quot;%1&quot; of the search space has no values; give at least one</source>
        <translation>Parameter „%1“ des Suchraums hat keine Werte; mindestens einen angeben</translation>
    </message>
    <message>
        <source>parameter &quot;%1&quot; of the search space has a value that is not a finite number</source>
        <translation>Parameter „%1“ des Suchraums hat einen Wert, der keine endliche Zahl ist</translation>
    </message>
    <message>
        <source>parameter &quot;%1&quot; of the search space has the value %2 twice</source>
        <translation>Parameter „%1“ des Suchraums hat den Wert %2 zweimal</translation>
    </message>
    <message>
        <source>the search space has two parameters named &quot;%1&quot;</source>
        <translation>der Suchraum hat zwei Parameter namens „%1“</translation>
    </message>
    <message>
        <source>parameter &quot;%1&quot; depends on &quot;%2&quot;, which is no parameter of the search space</source>
        <translation>Parameter „%1“ hängt von „%2“ ab, das kein Parameter des Suchraums ist</translation>
    </message>
    <message>
        <source>parameter &quot;%1&quot; depends on &quot;%2&quot;, which is not an earlier parameter of the search space, or depends on it in turn</source>
        <translation>Parameter „%1“ hängt von „%2“ ab, das kein früherer Parameter des Suchraums ist oder selbst von ihm abhängt</translation>
    </message>
    <message>
        <source>parameter &quot;%1&quot; compares &quot;%2&quot; with %3, which is of another sort than its values</source>
        <translation>Parameter „%1“ vergleicht „%2“ mit %3, was von anderer Art ist als dessen Werte</translation>
    </message>
    <message>
        <source>these choices are not of this search space; was the space edited after the study began?</source>
        <translation>diese Wahl gehört nicht zu diesem Suchraum; wurde er geändert, nachdem die Studie begann?</translation>
    </message>
    <message>
        <source>the search space has more conditions than can be looked at</source>
        <translation>der Suchraum hat mehr Bedingungen, als geprüft werden können</translation>
    </message>
    <message>
        <source>needs more multiplications than can be meant</source>
        <translation>braucht mehr Multiplikationen, als gemeint sein können</translation>
    </message>
    <message>
        <source>the conditions of this search space are too entangled to count its networks</source>
        <translation>die Bedingungen dieses Suchraums sind zu verflochten, um seine Netze zu zählen</translation>
    </message>
    <message>
        <source>%1 must be a number or a text, not %2</source>
        <translation>%1 muss eine Zahl oder ein Text sein, nicht %2</translation>
    </message>
    <message>
        <source>a condition of parameter &quot;%1&quot; needs either &quot;at_least&quot; or &quot;equals&quot;</source>
        <translation>eine Bedingung des Parameters „%1“ braucht entweder „at_least“ oder „equals“</translation>
    </message>
    <message>
        <source>parameter &quot;%1&quot; is of kind &quot;%2&quot;; it must be ordinal or categorical</source>
        <translation>Parameter „%1“ ist von der Art „%2“; sie muss ordinal oder categorical sein</translation>
    </message>
    <message>
        <source>the search space cannot be read (%1)</source>
        <translation>der Suchraum kann nicht gelesen werden (%1)</translation>
    </message>
    <message>
        <source>the choices of a candidate must be a JSON object</source>
        <translation>die Wahl eines Kandidaten muss ein JSON-Objekt sein</translation>
    </message>
    <message>
        <source>the search space has no parameter &quot;%1&quot;</source>
        <translation>der Suchraum hat keinen Parameter „%1“</translation>
    </message>
    <message>
        <source>parameter &quot;%1&quot; has no value %2; it has %3</source>
        <translation>Parameter „%1“ hat keinen Wert %2; er hat %3</translation>
    </message>
    <message>
        <source>the choices of a candidate cannot be read (%1)</source>
        <translation>die Wahl eines Kandidaten kann nicht gelesen werden (%1)</translation>
    </message>
    <message>
        <source>the choices of a candidate leave out &quot;%1&quot;</source>
        <translation>der Wahl eines Kandidaten fehlt „%1“</translation>
    </message>
    <message>
        <source>no further network of the space keeps the limits</source>
        <translation>kein weiteres Netz des Suchraums hält die Grenzen ein</translation>
    </message>
    <message>
        <source>the last %1 suggestions were all networks that had been tried</source>
        <translation>die letzten %1 Vorschläge waren alle Netze, die schon versucht wurden</translation>
    </message>
    <message>
        <source>cannot write beside %1: %2; choose a folder that can be written to</source>
        <translation>neben %1 kann nicht geschrieben werden: %2; einen Ordner wählen, in den geschrieben werden darf</translation>
    </message>
    <message>
        <source>%1 is being searched by another Kinglet; stop that one first, or use another study file</source>
        <translation>an %1 sucht gerade ein anderes Kinglet; zuerst jenes anhalten oder eine andere Studie nehmen</translation>
    </message>
    <message>
        <source>%1 is being searched by another Kinglet (process %2); stop that one first, or use another study file</source>
        <translation>an %1 sucht gerade ein anderes Kinglet (Prozess %2); zuerst jenes anhalten oder eine andere Studie nehmen</translation>
    </message>
    <message>
        <source>a recipe</source>
        <translation>ein Rezept</translation>
    </message>
    <message>
        <source>a final training</source>
        <translation>ein Endtraining</translation>
    </message>
    <message>
        <source>a final training in the study file is damaged</source>
        <translation>ein Endtraining in der Studie ist beschädigt</translation>
    </message>
    <message>
        <source>there is no trial %1 in the study</source>
        <translation>in der Studie gibt es keinen Versuch %1</translation>
    </message>
    <message>
        <source>there is no fold %1; the data set&apos;s are 0 to %2</source>
        <translation>es gibt keinen Fold %1; die des Datensatzes sind 0 bis %2</translation>
    </message>
    <message>
        <source>fold %1 holds no clip</source>
        <translation>Fold %1 enthält keinen Clip</translation>
    </message>
    <message>
        <source>no clip is left to train on beside fold %1</source>
        <translation>neben Fold %1 bleibt kein Clip zum Trainieren</translation>
    </message>
    <message>
        <source>fewer than two folds are open: nothing to hold out in turn</source>
        <translation>weniger als zwei Folds sind offen: nichts, was reihum zurückgehalten werden könnte</translation>
    </message>
    <message>
        <source>it is no object</source>
        <translation>es ist kein Objekt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has the wrong type</source>
        <translation>„%1“ ist von der falschen Art</translation>
    </message>
    <message>
        <source>cannot read the study&apos;s %1: %2</source>
        <translation>in der Studie kann „%1“ nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no provenance</source>
        <translation>„%1“ ist keine Herkunft</translation>
    </message>
    <message>
        <source>&quot;recall&quot; has the wrong type</source>
        <translation>„recall“ ist von der falschen Art</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>all trials are done</source>
        <translation>alle Versuche sind fertig</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>features: %1 mels, every %2 ms</source>
        <translation>Merkmale: %1 Mel-Bänder, alle %2 ms</translation>
    </message>
    <message>
        <source>out of memory: this network needs more than the computer has left; fewer workers may help</source>
        <translation>der Speicher reicht nicht: dieses Netz braucht mehr, als der Rechner noch hat; weniger Worker können helfen</translation>
    </message>
    <message>
        <source>stopped by the user</source>
        <translation>vom Benutzer gestoppt</translation>
    </message>
    <message>
        <source>training gave no accuracy</source>
        <translation>das Training ergab keine Genauigkeit</translation>
    </message>
    <message>
        <source>the time limit of %1 minutes is reached</source>
        <translation>die Zeitgrenze von %1 Minuten ist erreicht</translation>
    </message>
    <message>
        <source>the data set has %1 folds; a search needs three: to train on, to judge by, and to keep closed as the test</source>
        <translation>der Datensatz hat %1 Folds; eine Suche braucht drei: zum Trainieren, zum Beurteilen und einen, der als Test geschlossen bleibt</translation>
    </message>
    <message>
        <source>fold %1 cannot be the test and the validation fold at once</source>
        <translation>Fold %1 kann nicht zugleich Test- und Validierungs-Fold sein</translation>
    </message>
    <message>
        <source>no clip is left to train on beside the test and validation folds</source>
        <translation>neben Test- und Validierungs-Fold bleibt kein Clip zum Trainieren</translation>
    </message>
    <message>
        <source>the search space</source>
        <translation>der Suchraum</translation>
    </message>
    <message>
        <source>the recipe</source>
        <translation>das Rezept</translation>
    </message>
    <message>
        <source>the stopping rule</source>
        <translation>die Stoppregel</translation>
    </message>
    <message>
        <source>the study&apos;s settings</source>
        <translation>die Einstellungen der Studie</translation>
    </message>
    <message>
        <source>cannot read the study&apos;s settings: they are no JSON object</source>
        <translation>die Einstellungen der Studie können nicht gelesen werden: sie sind kein JSON-Objekt</translation>
    </message>
    <message>
        <source>cannot read the study&apos;s settings: a value has the wrong type</source>
        <translation>die Einstellungen der Studie können nicht gelesen werden: ein Wert ist von der falschen Art</translation>
    </message>
    <message>
        <source>the number of trials must be 1 to 1,000,000</source>
        <translation>die Zahl der Versuche muss 1 bis 1.000.000 sein</translation>
    </message>
    <message>
        <source>the time limit must not be negative</source>
        <translation>die Zeitgrenze darf nicht negativ sein</translation>
    </message>
    <message>
        <source>the number of workers must be 0 (one a core) to 256</source>
        <translation>die Zahl der Worker muss 0 (einer je Kern) bis 256 sein</translation>
    </message>
    <message>
        <source>the audit share must be 0 to 1</source>
        <translation>der Prüfanteil muss 0 bis 1 sein</translation>
    </message>
    <message>
        <source>the worst error must be above 0 to 100 %</source>
        <translation>der schlechteste Fehler muss über 0 bis 100 % sein</translation>
    </message>
    <message>
        <source>the limit on energy must be above zero</source>
        <translation>die Grenze der Energie muss über null liegen</translation>
    </message>
    <message>
        <source>the limit on flash must be above zero</source>
        <translation>die Grenze des Flash muss über null liegen</translation>
    </message>
    <message>
        <source>the limit on RAM must be above zero</source>
        <translation>die Grenze des RAM muss über null liegen</translation>
    </message>
    <message>
        <source>there is no strategy &quot;%1&quot;; choose one of %2</source>
        <translation>es gibt keine Strategie „%1“; eine von diesen wählen: %2</translation>
    </message>
    <message>
        <source>the data set %1 has other classes than the one the study was made for (%2)</source>
        <translation>der Datensatz %1 hat andere Klassen als der, für den die Studie gemacht wurde (%2)</translation>
    </message>
    <message>
        <source>the data set %1 is not the one the study was made for (%2)</source>
        <translation>der Datensatz %1 ist nicht der, für den die Studie gemacht wurde (%2)</translation>
    </message>
    <message>
        <source>the data set %1 has fewer folds than the one the study was made for (%2)</source>
        <translation>der Datensatz %1 hat weniger Folds als der, für den die Studie gemacht wurde (%2)</translation>
    </message>
    <message>
        <source>energy, which may be %1, is over the limit of %2</source>
        <translation>die Energie, die %1 sein kann, liegt über der Grenze von %2</translation>
    </message>
    <message>
        <source>energy %1 is over the limit of %2</source>
        <translation>die Energie %1 liegt über der Grenze von %2</translation>
    </message>
    <message>
        <source>flash %1 is over the limit of %2</source>
        <translation>der Flash %1 liegt über der Grenze von %2</translation>
    </message>
    <message>
        <source>RAM %1 is over the limit of %2</source>
        <translation>der RAM %1 liegt über der Grenze von %2</translation>
    </message>
    <message>
        <source>an origin</source>
        <translation>eine Herkunft</translation>
    </message>
    <message>
        <source>a genome</source>
        <translation>ein Genom</translation>
    </message>
    <message>
        <source>a genome in the study file is damaged</source>
        <translation>ein Genom in der Studie ist beschädigt</translation>
    </message>
    <message>
        <source>a front end</source>
        <translation>ein Frontend</translation>
    </message>
    <message>
        <source>an energy figure</source>
        <translation>eine Energieangabe</translation>
    </message>
    <message>
        <source>test figures</source>
        <translation>Testergebnisse</translation>
    </message>
    <message>
        <source>a learning curve</source>
        <translation>eine Lernkurve</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no state of a trial; the study file is damaged</source>
        <translation>„%1“ ist kein Zustand eines Versuchs; die Studie ist beschädigt</translation>
    </message>
    <message>
        <source>This network has no layers: it cannot be trained.</source>
        <translation>Dieses Netz hat keine Schichten: es kann nicht trainiert werden.</translation>
    </message>
    <message>
        <source>The weights do not belong to this network (%1 is missing or of another shape).</source>
        <translation>Die Gewichte gehören nicht zu diesem Netz (%1 fehlt oder hat eine andere Form).</translation>
    </message>
    <message>
        <source>These features were not computed as this network hears: compute them with its own front end.</source>
        <translation>Diese Merkmale wurden nicht so berechnet, wie dieses Netz hört: mit seinem eigenen Frontend berechnen.</translation>
    </message>
    <message>
        <source>score these clips</source>
        <translation>diese Clips zu bewerten</translation>
    </message>
    <message>
        <source>run this network</source>
        <translation>dieses Netz laufen zu lassen</translation>
    </message>
    <message>
        <source>The training recipe is not a JSON object.</source>
        <translation>Das Trainingsrezept ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>The training recipe&apos;s %1 must be a number from %2 to %3.</source>
        <translation>Die Angabe %1 des Trainingsrezepts muss eine Zahl von %2 bis %3 sein.</translation>
    </message>
    <message>
        <source>final error predicted %1, at best %2: not below the best trial&apos;s %3</source>
        <translation>Endfehler vorhergesagt %1, bestenfalls %2: nicht unter den %3 des besten Versuchs</translation>
    </message>
    <message>
        <source>error %1 after %2 epochs is place %3 of %4; only the best goes on</source>
        <translation>Fehler %1 nach %2 Epochen ist Platz %3 von %4; nur der beste geht weiter</translation>
    </message>
    <message>
        <source>error %1 after %2 epochs is place %3 of %4; the best %5 go on</source>
        <translation>Fehler %1 nach %2 Epochen ist Platz %3 von %4; die besten %5 gehen weiter</translation>
    </message>
    <message>
        <source>best error %1 is above the median %2 of %3 trials</source>
        <translation>bester Fehler %1 liegt über dem Median %2 von %3 Versuchen</translation>
    </message>
    <message>
        <source>final error predicted %1, at best %2: no gain on the front at its energy and memory</source>
        <translation>Endfehler vorhergesagt %1, bestenfalls %2: kein Gewinn für die Front bei seiner Energie und seinem Speicher</translation>
    </message>
    <message>
        <source>no better than %1 error for one epoch</source>
        <translation>seit einer Epoche nicht besser als %1 Fehler</translation>
    </message>
    <message>
        <source>no better than %1 error for %2 epochs</source>
        <translation>seit %2 Epochen nicht besser als %1 Fehler</translation>
    </message>
    <message>
        <source>The early-stopping settings are not a JSON object.</source>
        <translation>Die Einstellungen des frühen Stoppens sind kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>The early-stopping setting %1 must be a number from %2 to %3.</source>
        <translation>Die Einstellung %1 des frühen Stoppens muss eine Zahl von %2 bis %3 sein.</translation>
    </message>
    <message>
        <source>The early-stopping rule must be a name.</source>
        <translation>Die Regel des frühen Stoppens muss ein Name sein.</translation>
    </message>
    <message>
        <source>There is no early-stopping rule &quot;%1&quot;; there are %2.</source>
        <translation>Es gibt keine Regel „%1“ für frühes Stoppen; es gibt %2.</translation>
    </message>
    <message>
        <source>This teacher hears other features, or tells other classes apart, than its pupil.</source>
        <translation>Dieser Lehrer hört andere Merkmale oder unterscheidet andere Klassen als sein Schüler.</translation>
    </message>
    <message>
        <source>ask a teacher</source>
        <translation>einen Lehrer zu fragen</translation>
    </message>
    <message>
        <source>Not enough memory to %1: close other programs, or choose a smaller network, a shorter window or a smaller batch.</source>
        <translation>Nicht genug Speicher, um %1: andere Programme schließen oder ein kleineres Netz, ein kürzeres Fenster oder einen kleineren Stapel wählen.</translation>
    </message>
    <message>
        <source>There are no features to train on.</source>
        <translation>Es gibt keine Merkmale zum Trainieren.</translation>
    </message>
    <message>
        <source>This network tells %1 classes apart and the data set has %2: build it for this data set.</source>
        <translation>Dieses Netz unterscheidet %1 Klassen und der Datensatz hat %2: es für diesen Datensatz bauen.</translation>
    </message>
    <message>
        <source>The features are not what this network hears: compute them with its own front end.</source>
        <translation>Die Merkmale sind nicht, was dieses Netz hört: mit seinem eigenen Frontend berechnen.</translation>
    </message>
    <message>
        <source>train this network</source>
        <translation>dieses Netz zu trainieren</translation>
    </message>
    <message>
        <source>These weights are damaged: train the network again, or use an undamaged copy of the file.</source>
        <translation>Diese Gewichte sind beschädigt: das Netz neu trainieren oder eine unbeschädigte Kopie der Datei nehmen.</translation>
    </message>
    <message>
        <source>The weights do not say how their input is normalised: train the network again.</source>
        <translation>Die Gewichte sagen nicht, wie ihre Eingabe normalisiert ist: das Netz neu trainieren.</translation>
    </message>
    <message>
        <source>%1 is a folder, not a study file</source>
        <translation>%1 ist ein Ordner, keine Studie</translation>
    </message>
    <message>
        <source>there is no study file %1</source>
        <translation>es gibt keine Studie %1</translation>
    </message>
    <message>
        <source>cannot write %1: the disk is full; free some space and go on, nothing saved is lost</source>
        <translation>%1 kann nicht geschrieben werden: der Datenträger ist voll; Platz schaffen und weitermachen, nichts Gespeichertes ist verloren</translation>
    </message>
    <message>
        <source>%1 is not a Kinglet study</source>
        <translation>%1 ist keine Kinglet-Studie</translation>
    </message>
    <message>
        <source>%1 is damaged (%2); use a copy of it, or save what can be read: kinglet study repair</source>
        <translation>%1 ist beschädigt (%2); eine Kopie davon nehmen oder sichern, was lesbar ist: kinglet study repair</translation>
    </message>
    <message>
        <source>cannot open %1: its folder is missing or may not be written to</source>
        <translation>%1 kann nicht geöffnet werden: der Ordner fehlt oder darf nicht beschrieben werden</translation>
    </message>
    <message>
        <source>cannot write %1: the file or its folder is read-only</source>
        <translation>%1 kann nicht geschrieben werden: die Datei oder ihr Ordner ist schreibgeschützt</translation>
    </message>
    <message>
        <source>cannot open %1: no permission</source>
        <translation>%1 kann nicht geöffnet werden: keine Berechtigung</translation>
    </message>
    <message>
        <source>cannot read or write %1 (%2); check the disk and the space left on it, nothing saved is lost</source>
        <translation>%1 kann nicht gelesen oder geschrieben werden (%2); den Datenträger und den Platz darauf prüfen, nichts Gespeichertes ist verloren</translation>
    </message>
    <message>
        <source>cannot use %1: %2</source>
        <translation>%1 kann nicht benutzt werden: %2</translation>
    </message>
    <message>
        <source>cannot make %1: its folder is missing</source>
        <translation>%1 kann nicht angelegt werden: der Ordner fehlt</translation>
    </message>
    <message>
        <source>%1 is damaged: it has no settings</source>
        <translation>%1 ist beschädigt: die Einstellungen fehlen</translation>
    </message>
    <message>
        <source>there is no trial %1 in %2</source>
        <translation>es gibt keinen Versuch %1 in %2</translation>
    </message>
    <message>
        <source>training on with the quantisation in the loop</source>
        <translation>Nachtrainieren mit der Quantisierung darin</translation>
    </message>
    <message>
        <source>int8 on %1 validation clips</source>
        <translation>int8 auf %1 Validierungsclips</translation>
    </message>
    <message>
        <source>float on %1 validation clips</source>
        <translation>Gleitkomma auf %1 Validierungsclips</translation>
    </message>
    <message>
        <source>float %1, int8 %2</source>
        <translation>Gleitkomma %1, int8 %2</translation>
    </message>
    <message>
        <source>float %1, int8 %2, fine-tuned %3</source>
        <translation>Gleitkomma %1, int8 %2, nachtrainiert %3</translation>
    </message>
    <message>
        <source>calibrating on %1 windows of training clips</source>
        <translation>Kalibrieren an %1 Fenstern der Trainingsclips</translation>
    </message>
    <message>
        <source>trial %1 was stopped early and has no weights; choose one that finished</source>
        <translation>Versuch %1 wurde früh gestoppt und hat keine Gewichte; einen wählen, der fertig trainiert wurde</translation>
    </message>
    <message>
        <source>trial %1 failed and has no weights; choose one that finished</source>
        <translation>Versuch %1 schlug fehl und hat keine Gewichte; einen wählen, der fertig trainiert wurde</translation>
    </message>
    <message>
        <source>trial %1 has not ended and has no weights; choose one that finished</source>
        <translation>Versuch %1 ist nicht zu Ende und hat keine Gewichte; einen wählen, der fertig trainiert wurde</translation>
    </message>
    <message>
        <source>the study has no weights of trial %1; choose another one that finished</source>
        <translation>die Studie hat keine Gewichte von Versuch %1; einen anderen wählen, der fertig trainiert wurde</translation>
    </message>
    <message>
        <source>%1 is %2; it must be %3</source>
        <translation>%1 ist %2; erlaubt ist: %3</translation>
    </message>
    <message>
        <source>the sample rate</source>
        <translation>die Abtastrate</translation>
    </message>
    <message>
        <source>4000 to 96000 Hz</source>
        <translation>4000 bis 96000 Hz</translation>
    </message>
    <message>
        <source>the window length</source>
        <translation>die Fensterlänge</translation>
    </message>
    <message>
        <source>5 to 200 ms</source>
        <translation>5 bis 200 ms</translation>
    </message>
    <message>
        <source>the hop length</source>
        <translation>die Schrittlänge</translation>
    </message>
    <message>
        <source>1 to 200 ms</source>
        <translation>1 bis 200 ms</translation>
    </message>
    <message>
        <source>the number of mel bands</source>
        <translation>die Zahl der Mel-Bänder</translation>
    </message>
    <message>
        <source>8 to 256</source>
        <translation>8 bis 256</translation>
    </message>
    <message>
        <source>the FFT size</source>
        <translation>die FFT-Größe</translation>
    </message>
    <message>
        <source>a power of two from 32 to 32768</source>
        <translation>eine Zweierpotenz von 32 bis 32768</translation>
    </message>
    <message>
        <source>at least the window, which is %1 samples</source>
        <translation>mindestens das Fenster, das %1 Abtastwerte hat</translation>
    </message>
    <message>
        <source>the lower band edge</source>
        <translation>die untere Bandgrenze</translation>
    </message>
    <message>
        <source>at least 0 Hz and below the upper edge, %1</source>
        <translation>mindestens 0 Hz und unter der oberen Grenze, %1</translation>
    </message>
    <message>
        <source>the upper band edge</source>
        <translation>die obere Bandgrenze</translation>
    </message>
    <message>
        <source>at most half the sample rate, %1</source>
        <translation>höchstens die halbe Abtastrate, %1</translation>
    </message>
    <message>
        <source>the int8 fine-tuning failed: %1</source>
        <translation>das Nachtrainieren für int8 schlug fehl: %1</translation>
    </message>
    <message>
        <source>%1 does not pass the ONNX checker: %2</source>
        <translation>%1 besteht die ONNX-Prüfung nicht: %2</translation>
    </message>
    <message>
        <source>%1 is not an ONNX file</source>
        <translation>%1 ist keine ONNX-Datei</translation>
    </message>
    <message>
        <source>cannot write in %1: %2</source>
        <translation>in %1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>there is no such folder; make it first</source>
        <translation>diesen Ordner gibt es nicht; zuerst anlegen</translation>
    </message>
    <message>
        <source>cannot %1: the network does not fit the board&apos;s memory</source>
        <translation>nicht möglich war, %1: das Netz passt nicht in den Speicher des Boards</translation>
    </message>
    <message>
        <source>cannot %1: %2</source>
        <translation>nicht möglich war, %1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>the network cannot be written as TorchScript</source>
        <translation>das Netz kann nicht als TorchScript geschrieben werden</translation>
    </message>
    <message>
        <source>cannot run %1</source>
        <translation>%1 kann nicht ausgeführt werden</translation>
    </message>
    <message>
        <source>%1 is a folder, not a recording</source>
        <translation>%1 ist ein Ordner, keine Aufzeichnung</translation>
    </message>
    <message>
        <source>%1 is of no use for EnergyRunner&apos;s recordings: they state their rate and their power, in mW</source>
        <translation>%1 nützt bei Aufzeichnungen von EnergyRunner nichts: sie nennen ihre Abtastrate und ihre Leistung in mW</translation>
    </message>
    <message>
        <source>%1 is not a list of EnergyRunner&apos;s time stamps: a JSON list of seconds is expected</source>
        <translation>%1 ist keine Liste von Zeitstempeln von EnergyRunner: erwartet wird eine JSON-Liste von Sekunden</translation>
    </message>
    <message>
        <source>%1 is not a list of EnergyRunner&apos;s time stamps: after the start command, begin and end of each window are expected</source>
        <translation>%1 ist keine Liste von Zeitstempeln von EnergyRunner: nach dem Startbefehl werden Beginn und Ende jedes Fensters erwartet</translation>
    </message>
    <message>
        <source>%1 is not a list of EnergyRunner&apos;s time stamps: a window from %2 s to %3 s does not lie in the trace of %4 s</source>
        <translation>%1 ist keine Liste von Zeitstempeln von EnergyRunner: ein Fenster von %2 s bis %3 s liegt nicht in der Aufzeichnung von %4 s</translation>
    </message>
    <message>
        <source>%1 is not a trace of EnergyRunner (its first byte is not 0xF1)</source>
        <translation>%1 ist keine Aufzeichnung von EnergyRunner (ihr erstes Byte ist nicht 0xF1)</translation>
    </message>
    <message>
        <source>%1 is cut short: its last sample is not whole; copy it again</source>
        <translation>%1 ist abgeschnitten: der letzte Messwert ist nicht ganz; noch einmal kopieren</translation>
    </message>
    <message>
        <source>%1 states a sample rate that makes no sense</source>
        <translation>%1 nennt eine Abtastrate, die keinen Sinn ergibt</translation>
    </message>
    <message>
        <source>%1 holds more than 50 million samples; cut it into parts</source>
        <translation>%1 enthält mehr als 50 Millionen Messwerte; in Teile schneiden</translation>
    </message>
    <message>
        <source>%1: sample %2 is not a number</source>
        <translation>%1: Messwert %2 ist keine Zahl</translation>
    </message>
    <message>
        <source>%1 names a window without its energy</source>
        <translation>%1 nennt ein Fenster ohne seine Energie</translation>
    </message>
    <message>
        <source>%1 holds no &quot;Energy data for window&quot;; is it EnergyRunner&apos;s report?</source>
        <translation>%1 enthält kein „Energy data for window“; ist das der Bericht von EnergyRunner?</translation>
    </message>
    <message>
        <source>1 gap: %1 s of %2 s have no samples</source>
        <translation>1 Lücke: %1 s von %2 s haben keine Messwerte</translation>
    </message>
    <message>
        <source>%1 gaps: %2 s of %3 s have no samples</source>
        <translation>%1 Lücken: %2 s von %3 s haben keine Messwerte</translation>
    </message>
    <message>
        <source>%1 has a head and no samples</source>
        <translation>%1 hat einen Kopf und keine Messwerte</translation>
    </message>
    <message>
        <source>%1 holds one sample; a recording needs at least two samples</source>
        <translation>%1 enthält einen Messwert; eine Aufzeichnung braucht mindestens zwei</translation>
    </message>
    <message>
        <source>%1, line %2: time runs backwards, here and in %3 of %4 rows; sort the rows by time, or choose another column with --column time=NAME</source>
        <translation>%1, Zeile %2: die Zeit läuft rückwärts, hier und in %3 von %4 Zeilen; die Zeilen nach der Zeit ordnen oder mit --column time=NAME eine andere Spalte wählen</translation>
    </message>
    <message>
        <source>%1: time does not run forwards, every stamp is the same; choose another column (--column time=NAME) or give the rate of the samples (--rate HZ)</source>
        <translation>%1: die Zeit läuft nicht vorwärts, alle Zeitstempel sind gleich; eine andere Spalte wählen (--column time=NAME) oder die Abtastrate angeben (--rate HZ)</translation>
    </message>
    <message>
        <source>%1: %2 of %3 samples hold no figure (empty, NaN, overflow); is it the right column?</source>
        <translation>%1: %2 von %3 Messwerten enthalten keine Zahl (leer, NaN, Überlauf); ist es die richtige Spalte?</translation>
    </message>
    <message>
        <source>samples are spaced by the given %1 Hz; their stamps say %2 Hz</source>
        <translation>die Messwerte liegen im Abstand der angegebenen %1 Hz; ihre Zeitstempel sagen %2 Hz</translation>
    </message>
    <message>
        <source>stamps come in bursts of %1: samples spaced by the nominal rate of %2 Hz</source>
        <translation>die Zeitstempel kommen in Schüben von %1: die Messwerte liegen im Abstand der Nennrate von %2 Hz</translation>
    </message>
    <message>
        <source>stamps come in bursts of %1: samples spread evenly, %2 a second</source>
        <translation>die Zeitstempel kommen in Schüben von %1: die Messwerte sind gleichmäßig verteilt, %2 je Sekunde</translation>
    </message>
    <message>
        <source>the stamps say %1 Hz, not Monsoon&apos;s 5000 Hz, and count; --rate says otherwise</source>
        <translation>die Zeitstempel sagen %1 Hz, nicht die 5000 Hz von Monsoon, und gelten; --rate legt es anders fest</translation>
    </message>
    <message>
        <source>time begins anew at line %1: what follows is joined without a gap</source>
        <translation>in Zeile %1 beginnt die Zeit von vorn: was folgt, schließt ohne Lücke an</translation>
    </message>
    <message>
        <source>time begins anew %1 times, first at line %2: what follows is joined without gaps</source>
        <translation>die Zeit beginnt %1-mal von vorn, zuerst in Zeile %2: was folgt, schließt ohne Lücken an</translation>
    </message>
    <message>
        <source>time runs backwards by a little in %1 rows, first at line %2: taken as equal stamps</source>
        <translation>in %1 Zeilen läuft die Zeit um ein wenig rückwärts, zuerst in Zeile %2: genommen wie gleiche Zeitstempel</translation>
    </message>
    <message>
        <source>%1 of %2 samples hold no figure (empty, NaN, overflow): up to %3 in a row are filled in by a straight line, more are a gap</source>
        <translation>%1 von %2 Messwerten enthalten keine Zahl (leer, NaN, Überlauf): bis zu %3 hintereinander werden durch eine Gerade ersetzt, mehr sind eine Lücke</translation>
    </message>
    <message>
        <source>%1 of %2 stamps equal the one before: samples are spread evenly between stamps</source>
        <translation>%1 von %2 Zeitstempeln gleichen dem davor: die Messwerte sind gleichmäßig zwischen den Stempeln verteilt</translation>
    </message>
    <message>
        <source>%1: the spacing of its samples varies too much to be resampled</source>
        <translation>%1: die Abstände der Messwerte schwanken zu sehr, um umgerechnet zu werden</translation>
    </message>
    <message>
        <source>stamps are unevenly spaced: resampled by straight lines to %1 Hz</source>
        <translation>die Zeitstempel liegen ungleichmäßig: durch Geraden auf %1 Hz umgerechnet</translation>
    </message>
    <message>
        <source>the figure &quot;%1&quot; separates its thousands; export figures without that</source>
        <translation>die Zahl „%1“ trennt ihre Tausender; Zahlen ohne das exportieren</translation>
    </message>
    <message>
        <source>some figures are written with a decimal point and some (&quot;%1&quot;) with a comma; export all of them one way, and without separators of thousands</source>
        <translation>manche Zahlen sind mit Dezimalpunkt geschrieben und manche („%1“) mit Komma; alle auf eine Weise und ohne Tausendertrennung exportieren</translation>
    </message>
    <message>
        <source>&quot;%1&quot; may be a thousand or a decimal comma; export figures without separators of thousands</source>
        <translation>„%1“ kann ein Tausender- oder ein Dezimalkomma sein; Zahlen ohne Tausendertrennung exportieren</translation>
    </message>
    <message>
        <source>%1 is empty; a recording with a row of heads is needed</source>
        <translation>%1 ist leer; gebraucht wird eine Aufzeichnung mit Kopfzeile</translation>
    </message>
    <message>
        <source>%1 holds no table of figures; export the recording as CSV, with a row of heads</source>
        <translation>%1 enthält keine Tabelle von Zahlen; die Aufzeichnung als CSV mit Kopfzeile exportieren</translation>
    </message>
    <message>
        <source>the row has %1 cells and the heads above it name %2; where commas are decimal marks, export with semicolons or tabs between the columns</source>
        <translation>die Zeile hat %1 Zellen und die Köpfe darüber nennen %2; wo Kommas Dezimalzeichen sind, mit Semikolon oder Tabulator zwischen den Spalten exportieren</translation>
    </message>
    <message>
        <source>%1 is not a text file (it holds zero bytes); export the recording as CSV</source>
        <translation>%1 ist keine Textdatei (Null-Bytes kommen darin vor); die Aufzeichnung als CSV exportieren</translation>
    </message>
    <message>
        <source>%1, line %2: this line is too long for a table; is this a CSV file?</source>
        <translation>%1, Zeile %2: diese Zeile ist zu lang für eine Tabelle; ist das eine CSV-Datei?</translation>
    </message>
    <message>
        <source>recognised by itself</source>
        <translation>von selbst erkannt</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Monsoon</source>
        <translation>Monsoon</translation>
    </message>
    <message>
        <source>Nordic Power Profiler Kit II</source>
        <translation>Nordic Power Profiler Kit II</translation>
    </message>
    <message>
        <source>Joulescope</source>
        <translation>Joulescope</translation>
    </message>
    <message>
        <source>Qoitech Otii</source>
        <translation>Qoitech Otii</translation>
    </message>
    <message>
        <source>Keysight data logger</source>
        <translation>Datenlogger von Keysight</translation>
    </message>
    <message>
        <source>EnergyRunner</source>
        <translation>EnergyRunner</translation>
    </message>
    <message>
        <source>%1 is a recording of Joulescope&apos;s own (.jls), which only its program reads; open it there and export the range as CSV, or record statistics to CSV</source>
        <translation>%1 ist eine Aufzeichnung in der eigenen Form von Joulescope (.jls), die nur dessen Programm liest; dort öffnen und den Bereich als CSV exportieren oder die Statistik als CSV aufzeichnen</translation>
    </message>
    <message>
        <source>%1 is a session of the Power Profiler app, which only that reads; load it there, and export Timestamp and Current as CSV</source>
        <translation>%1 ist eine Sitzung der App Power Profiler, die nur diese liest; dort laden und Timestamp und Current als CSV exportieren</translation>
    </message>
    <message>
        <source>%1 is a project of Otii, which only that reads; open it there and export the recording as CSV</source>
        <translation>%1 ist ein Projekt von Otii, das nur dieses liest; dort öffnen und die Aufzeichnung als CSV exportieren</translation>
    </message>
    <message>
        <source>%1 is a recording of Monsoon&apos;s PowerTool, which only that reads; open it there and export it as CSV</source>
        <translation>%1 ist eine Aufzeichnung von PowerTool (Monsoon), die nur dieses liest; dort öffnen und als CSV exportieren</translation>
    </message>
    <message>
        <source>%1 is a log of a Keysight analyser in its own form; export it as CSV on the instrument, or with its 14585A program</source>
        <translation>%1 ist ein Protokoll eines Analysators von Keysight in dessen eigener Form; am Gerät oder mit dem Programm 14585A als CSV exportieren</translation>
    </message>
    <message>
        <source>%1 is a spreadsheet; save the sheet as CSV</source>
        <translation>%1 ist eine Tabellenkalkulation; das Blatt als CSV speichern</translation>
    </message>
    <message>
        <source>%1 is a packed file; unpack it, or export the recording as CSV in its meter&apos;s program</source>
        <translation>%1 ist eine gepackte Datei; auspacken oder die Aufzeichnung im Programm des Messgeräts als CSV exportieren</translation>
    </message>
    <message>
        <source>%1 is a database; export the recording as CSV in its meter&apos;s program</source>
        <translation>%1 ist eine Datenbank; die Aufzeichnung im Programm des Messgeräts als CSV exportieren</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>current</source>
        <translation>Strom</translation>
    </message>
    <message>
        <source>voltage</source>
        <translation>Spannung</translation>
    </message>
    <message>
        <source>power</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>&quot;%1&quot;</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>%1, &quot;%2&quot;</source>
        <translation>%1, „%2“</translation>
    </message>
    <message>
        <source>%1 …</source>
        <translation>%1 …</translation>
    </message>
    <message>
        <source>%1, line %2: the row has %3 cells and the heads name %4; where commas are decimal marks, export with semicolons or tabs between the columns</source>
        <translation>%1, Zeile %2: die Zeile hat %3 Zellen und die Köpfe nennen %4; wo Kommas Dezimalzeichen sind, mit Semikolon oder Tabulator zwischen den Spalten exportieren</translation>
    </message>
    <message>
        <source>%1: there is no column &quot;%2&quot;; the columns are: %3</source>
        <translation>%1: es gibt keine Spalte „%2“; die Spalten sind: %3</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a unit of %2; known are %3</source>
        <translation>„%1“ ist keine Einheit (%2); bekannt sind %3</translation>
    </message>
    <message>
        <source>%1 may each be the %2; choose with --column %3=&quot;%4&quot;</source>
        <translation>%1 können jeweils sein: %2; wählen mit --column %3=&quot;%4&quot;</translation>
    </message>
    <message>
        <source>the unit of &quot;%1&quot; is not stated; give it with --%2-unit (%3)</source>
        <translation>die Einheit von „%1“ ist nicht genannt; angeben mit --%2-unit (%3)</translation>
    </message>
    <message>
        <source>--time-unit is of no use: no column of time was found; name it with --column time=NAME</source>
        <translation>--time-unit nützt nichts: keine Spalte der Zeit wurde gefunden; sie mit --column time=NAME nennen</translation>
    </message>
    <message>
        <source>no column of time was found among %1; name it with --column time=NAME, or give the rate of the samples with --rate HZ</source>
        <translation>unter %1 wurde keine Spalte der Zeit gefunden; sie mit --column time=NAME nennen oder die Abtastrate mit --rate HZ angeben</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in the column &quot;%2&quot; is no time; choose another with --column time=NAME</source>
        <translation>„%1“ in der Spalte „%2“ ist keine Zeit; mit --column time=NAME eine andere wählen</translation>
    </message>
    <message>
        <source>--time-unit is of no use: the column &quot;%1&quot; holds times of day (&quot;%2&quot;)</source>
        <translation>--time-unit nützt nichts: die Spalte „%1“ enthält Uhrzeiten („%2“)</translation>
    </message>
    <message>
        <source>--%1-unit is of no use: %2</source>
        <translation>--%1-unit nützt nichts: %2</translation>
    </message>
    <message>
        <source>name a column of power, or those of current and voltage, not both</source>
        <translation>eine Spalte der Leistung nennen oder die von Strom und Spannung, nicht beides</translation>
    </message>
    <message>
        <source>the column of power, &quot;%1&quot;, is taken; with --column current=NAME current is</source>
        <translation>genommen wird die Spalte der Leistung, „%1“; mit --column current=NAME der Strom</translation>
    </message>
    <message>
        <source>--voltage is of no use: %1</source>
        <translation>--voltage nützt nichts: %1</translation>
    </message>
    <message>
        <source>no column of power is taken; name it with --column power=NAME</source>
        <translation>keine Spalte der Leistung wird genommen; sie mit --column power=NAME nennen</translation>
    </message>
    <message>
        <source>no row names the columns; say what they are by their numbers, for example --column time=1 --column current=2 --time-unit s --current-unit mA</source>
        <translation>keine Zeile nennt die Spalten; mit ihren Nummern sagen, was sie sind, zum Beispiel --column time=1 --column current=2 --time-unit s --current-unit mA</translation>
    </message>
    <message>
        <source>neither a column of power nor one of current was found among %1; name one with --column power=NAME or --column current=NAME</source>
        <translation>unter %1 wurde weder eine Spalte der Leistung noch eine des Stroms gefunden; eine mit --column power=NAME oder --column current=NAME nennen</translation>
    </message>
    <message>
        <source>give the supply&apos;s voltage (--voltage) or its column (--column voltage=NAME), not both</source>
        <translation>die Spannung der Versorgung (--voltage) oder ihre Spalte (--column voltage=NAME) angeben, nicht beides</translation>
    </message>
    <message>
        <source>--voltage is in V, and no column of voltage is taken</source>
        <translation>--voltage ist in V, und keine Spalte der Spannung wird genommen</translation>
    </message>
    <message>
        <source>the recording holds current (&quot;%1&quot;) and no voltage; give that of the supply with --voltage, for example --voltage 3.0</source>
        <translation>die Aufzeichnung enthält Strom („%1“) und keine Spannung; die der Versorgung mit --voltage angeben, zum Beispiel --voltage 3.0</translation>
    </message>
    <message>
        <source>no column of voltage was found</source>
        <translation>keine Spalte der Spannung wurde gefunden</translation>
    </message>
    <message>
        <source>the column &quot;%1&quot; has two roles; choose another for one of them with --column</source>
        <translation>die Spalte „%1“ hat zwei Rollen; für eine davon mit --column eine andere wählen</translation>
    </message>
    <message>
        <source>the rate of the samples must lie above 0 and at most 100 MHz</source>
        <translation>die Abtastrate muss über 0 und höchstens bei 100 MHz liegen</translation>
    </message>
    <message>
        <source>the supply&apos;s voltage must lie above 0 V and at most 1000 V</source>
        <translation>die Spannung der Versorgung muss über 0 V und höchstens bei 1000 V liegen</translation>
    </message>
    <message>
        <source>%1 &quot;%2&quot; in %3</source>
        <translation>%1 „%2“ in %3</translation>
    </message>
    <message>
        <source>%1 &quot;%2&quot; in %3 (given)</source>
        <translation>%1 „%2“ in %3 (angegeben)</translation>
    </message>
    <message>
        <source>%1 &quot;%2&quot; in %3 (as this meter writes it)</source>
        <translation>%1 „%2“ in %3 (wie dieses Messgerät schreibt)</translation>
    </message>
    <message>
        <source>%1 &quot;%2&quot; in %3 (by its cells)</source>
        <translation>%1 „%2“ in %3 (nach ihren Zellen)</translation>
    </message>
    <message>
        <source>%1 &quot;%2&quot; as times of day</source>
        <translation>%1 „%2“ als Uhrzeiten</translation>
    </message>
    <message>
        <source>%1 &quot;%2&quot; in %3 since 1970</source>
        <translation>%1 „%2“ in %3 seit 1970</translation>
    </message>
    <message>
        <source>%1 Hz by the time stamps</source>
        <translation>%1 Hz nach den Zeitstempeln</translation>
    </message>
    <message>
        <source>%1 Hz, the meter&apos;s nominal rate</source>
        <translation>%1 Hz, die Nennrate des Messgeräts</translation>
    </message>
    <message>
        <source>%1 Hz (given)</source>
        <translation>%1 Hz (angegeben)</translation>
    </message>
    <message>
        <source>%1 Hz as the recording states</source>
        <translation>%1 Hz, wie die Aufzeichnung sagt</translation>
    </message>
    <message>
        <source>supply of %1 V (given)</source>
        <translation>Versorgung mit %1 V (angegeben)</translation>
    </message>
    <message>
        <source>windows where %1 is 0</source>
        <translation>Fenster, wo %1 0 ist</translation>
    </message>
    <message>
        <source>windows where %1 is 1</source>
        <translation>Fenster, wo %1 1 ist</translation>
    </message>
    <message>
        <source>the power stated is %1 times current times voltage: are the units right?</source>
        <translation>die genannte Leistung ist das %1-Fache von Strom mal Spannung: stimmen die Einheiten?</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>the figure &quot;%1&quot; has another decimal mark than those before it, or separated thousands; export all figures one way</source>
        <translation>die Zahl „%1“ hat ein anderes Dezimalzeichen als die vor ihr oder getrennte Tausender; alle Zahlen auf eine Weise exportieren</translation>
    </message>
    <message>
        <source>over 10 kW: are the units of power, or of current and voltage, right?</source>
        <translation>über 10 kW: stimmen die Einheiten der Leistung oder von Strom und Spannung?</translation>
    </message>
    <message>
        <source>more than 50 million samples; cut the recording into parts</source>
        <translation>mehr als 50 Millionen Messwerte; die Aufzeichnung in Teile schneiden</translation>
    </message>
    <message>
        <source>%1, line %2: &quot;%3&quot; cannot be read as the figures that its columns hold, as %4 of %5 rows cannot</source>
        <translation>%1, Zeile %2: „%3“ lässt sich nicht als die Zahlen lesen, die ihre Spalten enthalten, ebenso wie %4 von %5 Zeilen</translation>
    </message>
    <message>
        <source>%1 has a row of heads and no samples</source>
        <translation>%1 hat eine Kopfzeile und keine Messwerte</translation>
    </message>
    <message>
        <source>%1 of %2 rows cannot be read and are left out, first line %3: &quot;%4&quot;</source>
        <translation>%1 von %2 Zeilen lassen sich nicht lesen und sind ausgelassen, zuerst Zeile %3: „%4“</translation>
    </message>
    <message>
        <source>the row of heads is repeated once: the logger began anew</source>
        <translation>die Kopfzeile steht noch einmal da: der Logger hat von vorn begonnen</translation>
    </message>
    <message>
        <source>the row of heads is repeated %1 times: the logger began anew</source>
        <translation>die Kopfzeile steht noch %1-mal da: der Logger hat von vorn begonnen</translation>
    </message>
    <message>
        <source>the last line, %1, was cut while it was written and is left out</source>
        <translation>die letzte Zeile, %1, wurde beim Schreiben abgeschnitten und ist ausgelassen</translation>
    </message>
    <message>
        <source>%1 of %2 rows state no voltage: the last one stated holds</source>
        <translation>%1 von %2 Zeilen nennen keine Spannung: die zuletzt genannte gilt</translation>
    </message>
    <message>
        <source>%1: the trigger %2 is never %3, so that there is no window of work</source>
        <translation>%1: der Auslöser %2 ist nie %3, sodass es kein Fenster gibt</translation>
    </message>
    <message>
        <source>what the study knows of its clips is damaged; use a copy of the study</source>
        <translation>was die Studie über ihre Clips weiß, ist beschädigt; eine Kopie der Studie verwenden</translation>
    </message>
    <message>
        <source>the study&apos;s networks do not know the class %1, which %2 has; leave it out</source>
        <translation>die Netze der Studie kennen die Klasse %1 nicht, die %2 hat; diese weglassen</translation>
    </message>
    <message>
        <source>This study was made by an older Kinglet, which did not note its clips: whether some of these are among them cannot be told.</source>
        <translation>Diese Studie stammt von einem älteren Kinglet, das ihre Clips nicht festgehalten hat: Ob einige von diesen darunter sind, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>all clips of %1 are the study&apos;s own: they are no other sounds</source>
        <translation>alle Clips von %1 gehören schon zur Studie: Es sind keine anderen Klänge</translation>
    </message>
    <message>
        <source>One clip is left out, because the study has the same sound: %1</source>
        <translation>Ein Clip wird weggelassen, weil die Studie denselben Klang hat: %1</translation>
    </message>
    <message>
        <source>%1 clips are left out, because the study has the same sounds: %2</source>
        <translation>%1 Clips werden weggelassen, weil die Studie dieselben Klänge hat: %2</translation>
    </message>
    <message>
        <source>%1 has clips with several labels, and the study&apos;s networks tell one a clip</source>
        <translation>%1 hat Clips mit mehreren Klassen, und die Netze der Studie nennen je Clip eine</translation>
    </message>
    <message>
        <source>the study&apos;s account of its sounds is damaged</source>
        <translation>was die Studie über ihre Klänge festhält, ist beschädigt</translation>
    </message>
    <message>
        <source>the study&apos;s account of its sounds</source>
        <translation>was die Studie über ihre Klänge festhält</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>The sounds have changed since the study noted them: %1.</source>
        <translation>Die Klänge haben sich geändert, seit die Studie sie festgehalten hat: %1.</translation>
    </message>
    <message>
        <source>One clip of the test fold is the same sound as one that is trained on.</source>
        <translation>Ein Clip des Test-Folds ist derselbe Klang wie einer, mit dem trainiert wird.</translation>
    </message>
    <message>
        <source>%1 clips of the test fold are the same sounds as some that are trained on.</source>
        <translation>%1 Clips des Test-Folds sind dieselben Klänge wie welche, mit denen trainiert wird.</translation>
    </message>
    <message>
        <source>one clip is new</source>
        <translation>ein Clip ist neu</translation>
    </message>
    <message>
        <source>%1 clips are new</source>
        <translation>%1 Clips sind neu</translation>
    </message>
    <message>
        <source>one clip is gone</source>
        <translation>ein Clip fehlt</translation>
    </message>
    <message>
        <source>one is gone</source>
        <translation>einer fehlt</translation>
    </message>
    <message>
        <source>%1 clips are gone</source>
        <translation>%1 Clips fehlen</translation>
    </message>
    <message>
        <source>%1 are gone</source>
        <translation>%1 fehlen</translation>
    </message>
    <message>
        <source>one is back</source>
        <translation>einer ist wieder da</translation>
    </message>
    <message>
        <source>%1 are back</source>
        <translation>%1 sind wieder da</translation>
    </message>
    <message>
        <source>one moved from %1 to a fold that the study does not know</source>
        <translation>einer kam von %1 in einen Fold, den die Studie nicht kennt</translation>
    </message>
    <message>
        <source>%1 moved from %2 to folds that the study does not know</source>
        <translation>%1 kamen von %2 in Folds, die die Studie nicht kennt</translation>
    </message>
    <message>
        <source>one moved between folds of %1</source>
        <translation>einer wechselte den Fold (%1)</translation>
    </message>
    <message>
        <source>%1 moved between folds of %2</source>
        <translation>%1 wechselten den Fold (%2)</translation>
    </message>
    <message>
        <source>one moved from %1 to %2</source>
        <translation>einer kam von %1 zu %2</translation>
    </message>
    <message>
        <source>%1 moved from %2 to %3</source>
        <translation>%1 kamen von %2 zu %3</translation>
    </message>
    <message>
        <source>one has another label</source>
        <translation>einer hat eine andere Klasse</translation>
    </message>
    <message>
        <source>%1 have other labels</source>
        <translation>%1 haben andere Klassen</translation>
    </message>
    <message>
        <source>one has another length</source>
        <translation>einer hat eine andere Länge</translation>
    </message>
    <message>
        <source>%1 have other lengths</source>
        <translation>%1 haben andere Längen</translation>
    </message>
    <message>
        <source>one holds other sound</source>
        <translation>einer enthält anderen Klang</translation>
    </message>
    <message>
        <source>%1 hold other sound</source>
        <translation>%1 enthalten anderen Klang</translation>
    </message>
    <message>
        <source>one has another name</source>
        <translation>einer heißt anders</translation>
    </message>
    <message>
        <source>%1 have other names</source>
        <translation>%1 heißen anders</translation>
    </message>
    <message>
        <source>New, trained on and not judged by: %1</source>
        <translation>Neu, werden trainiert, und es wird nicht nach ihnen beurteilt: %1</translation>
    </message>
    <message>
        <source>One is left out, because validation or test has clips of the same recording: %1</source>
        <translation>Einer wird weggelassen, weil Validierung oder Test Clips derselben Aufnahme haben: %1</translation>
    </message>
    <message>
        <source>%1 are left out, because validation or test has clips of the same recordings: %2</source>
        <translation>%1 werden weggelassen, weil Validierung oder Test Clips derselben Aufnahmen haben: %2</translation>
    </message>
    <message>
        <source>One is left out, because the same sound is known under another name: %1</source>
        <translation>Einer wird weggelassen, weil derselbe Klang unter anderem Namen bekannt ist: %1</translation>
    </message>
    <message>
        <source>%1 are left out, because the same sounds are known under other names: %2</source>
        <translation>%1 werden weggelassen, weil dieselben Klänge unter anderen Namen bekannt sind: %2</translation>
    </message>
    <message>
        <source>Gone from %1: %2</source>
        <translation>Fehlen in %1: %2</translation>
    </message>
    <message>
        <source>Back: %1</source>
        <translation>Wieder da: %1</translation>
    </message>
    <message>
        <source>In another fold now; the study keeps the folds that it was made with: %1</source>
        <translation>Jetzt in einem anderen Fold; die Studie behält die Folds, mit denen sie angelegt wurde: %1</translation>
    </message>
    <message>
        <source>Used with their new labels: %1</source>
        <translation>Mit ihren neuen Klassen verwendet: %1</translation>
    </message>
    <message>
        <source>Of another length: %1</source>
        <translation>Von anderer Länge: %1</translation>
    </message>
    <message>
        <source>Other sound of the same length (resampled, or recorded anew?): %1</source>
        <translation>Anderer Klang von gleicher Länge (umgerechnet oder neu aufgenommen?): %1</translation>
    </message>
    <message>
        <source>Known by their sound, kept in their folds: %1</source>
        <translation>Am Klang erkannt, bleiben in ihren Folds: %1</translation>
    </message>
    <message>
        <source>One is not tested with, because its sound was trained on under another name: %1</source>
        <translation>Mit einem wird nicht getestet, weil mit seinem Klang unter anderem Namen trainiert wurde: %1</translation>
    </message>
    <message>
        <source>%1 are not tested with, because their sounds were trained on under other names: %2</source>
        <translation>Mit %1 wird nicht getestet, weil mit ihren Klängen unter anderen Namen trainiert wurde: %2</translation>
    </message>
    <message>
        <source>Of the %1 clips that candidates were judged by, %2 are gone or have changed: what was found before could not be compared with what would be found now</source>
        <translation>Von den %1 Clips, nach denen Kandidaten beurteilt wurden, fehlen %2 oder haben sich geändert: Was früher gefunden wurde, ließe sich nicht mit dem vergleichen, was jetzt gefunden würde</translation>
    </message>
    <message>
        <source>%1 is another data set than the one the study was made for: of its %2 clips hardly one is there</source>
        <translation>%1 ist ein anderer Datensatz als der, für den die Studie angelegt wurde: Von ihren %2 Clips ist kaum einer da</translation>
    </message>
    <message>
        <source>%1 has classes that the study&apos;s networks do not know (%2, the first in %3); they tell apart: %4. Label these clips as the study does, leave them out, or make a new study</source>
        <translation>%1 hat Klassen, die die Netze der Studie nicht kennen (%2, die erste in %3); sie unterscheiden: %4. Diese Clips benennen wie die Studie, sie weglassen oder eine neue Studie anlegen</translation>
    </message>
    <message>
        <source>%1 has clips with several labels now, and the study&apos;s networks tell one a clip; make a new study for them</source>
        <translation>%1 hat jetzt Clips mit mehreren Klassen, und die Netze der Studie nennen je Clip eine; für sie eine neue Studie anlegen</translation>
    </message>
    <message>
        <source>This study was made by an older Kinglet, which did not note its clips: whether these are the same cannot be told.</source>
        <translation>Diese Studie stammt von einem älteren Kinglet, das ihre Clips nicht festgehalten hat: Ob diese dieselben sind, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>This study was made by an older Kinglet, which did not note its clips. They are noted now, as they are; whether they changed before cannot be told.</source>
        <translation>Diese Studie stammt von einem älteren Kinglet, das ihre Clips nicht festgehalten hat. Sie sind jetzt festgehalten, wie sie sind; ob sie sich vorher geändert haben, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>This study was made by an older Kinglet, which did not note its clips, and they cannot be noted now (%1): whether they changed cannot be told.</source>
        <translation>Diese Studie stammt von einem älteren Kinglet, das ihre Clips nicht festgehalten hat, und jetzt lassen sie sich nicht festhalten (%1): Ob sie sich geändert haben, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>the sounds of the study are not at %1 any more; say where they are now</source>
        <translation>die Klänge der Studie sind nicht mehr in %1; angeben, wo sie jetzt sind</translation>
    </message>
    <message>
        <source>of the clips that the study is trained on none is left</source>
        <translation>von den Clips, mit denen die Studie trainiert, ist keiner mehr da</translation>
    </message>
    <message>
        <source>of the clips that candidates are judged by none is left</source>
        <translation>von den Clips, nach denen Kandidaten beurteilt werden, ist keiner mehr da</translation>
    </message>
    <message>
        <source>%1 is not as the study knows it: %2</source>
        <translation>%1 ist nicht so, wie die Studie es kennt: %2</translation>
    </message>
    <message>
        <source>of the clips that the study keeps for the test none is left in %1</source>
        <translation>von den Clips, die die Studie für den Test aufhebt, ist in %1 keiner mehr da</translation>
    </message>
    <message>
        <source>the clips of fold %1 came later than the study: they are trained on and never held out</source>
        <translation>die Clips des Folds %1 kamen später als die Studie: Mit ihnen wird trainiert, und sie werden nie zurückgehalten</translation>
    </message>
    <message>
        <source>its header was never finished (it tells no length); it is read to its end</source>
        <translation>ihr Kopf wurde nie fertig geschrieben (er nennt keine Länge); sie wird bis zum Ende gelesen</translation>
    </message>
    <message>
        <source>it ends before its header says; what is there is read</source>
        <translation>sie endet früher, als ihr Kopf sagt; was da ist, wird gelesen</translation>
    </message>
    <message>
        <source>its header tells no rate or no channels</source>
        <translation>ihr Kopf nennt keine Abtastrate oder keine Kanäle</translation>
    </message>
    <message>
        <source>%1; it must be a file that libsndfile reads, such as WAV, FLAC, Ogg or MP3</source>
        <translation>%1; es muss eine Datei sein, die libsndfile liest, etwa WAV, FLAC, Ogg oder MP3</translation>
    </message>
    <message>
        <source>there is no sound file %1</source>
        <translation>es gibt keine Klangdatei %1</translation>
    </message>
    <message>
        <source>%1 is not a file, so no sound either</source>
        <translation>%1 ist keine Datei, also auch kein Klang</translation>
    </message>
    <message>
        <source>cannot read %1 as sound: the file is empty</source>
        <translation>%1 kann nicht als Klang gelesen werden: die Datei ist leer</translation>
    </message>
    <message>
        <source>cannot read %1 as sound: %2</source>
        <translation>%1 kann nicht als Klang gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is broken: it says %2 channels at %3 Hz</source>
        <translation>%1 ist beschädigt: angegeben sind %2 Kanäle bei %3 Hz</translation>
    </message>
    <message>
        <source>it ends before its header says, or tells no length; what is there is read</source>
        <translation>sie endet früher, als ihr Kopf sagt, oder nennt keine Länge; was da ist, wird gelesen</translation>
    </message>
    <message>
        <source>%1 holds no sound: it is empty</source>
        <translation>%1 enthält keinen Klang: die Datei ist leer</translation>
    </message>
    <message>
        <source>cannot change the rate from %1 to %2 Hz: %3</source>
        <translation>die Abtastrate kann nicht von %1 auf %2 Hz geändert werden: %3</translation>
    </message>
    <message>
        <source>resampling failed: %1</source>
        <translation>die Umrechnung der Abtastrate ist fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>a sample rate of %1 Hz makes no sense; 1 to %2 do</source>
        <translation>eine Abtastrate von %1 Hz ist nicht sinnvoll; möglich sind 1 bis %2</translation>
    </message>
    <message>
        <source>%1 ends before %2 s, where the clip should begin</source>
        <translation>%1 endet vor %2 s, wo der Clip beginnen soll</translation>
    </message>
    <message>
        <source>cannot go to %1 s in %2: %3</source>
        <translation>die Stelle %1 s in %2 ist nicht erreichbar: %3</translation>
    </message>
    <message>
        <source>%1 is broken: no sample of it could be read</source>
        <translation>%1 ist beschädigt: kein einziger Abtastwert war lesbar</translation>
    </message>
    <message>
        <source>%1 would be over 4 GB, too long for a WAV file</source>
        <translation>%1 wäre größer als 4 GB, zu lang für eine WAV-Datei</translation>
    </message>
    <message>
        <source>a film or recording of a phone (3gp)</source>
        <translation>ein Film oder eine Aufnahme eines Telefons (3gp)</translation>
    </message>
    <message>
        <source>an MPEG-4 file (m4a, mp4, mov)</source>
        <translation>eine MPEG-4-Datei (m4a, mp4, mov)</translation>
    </message>
    <message>
        <source>a Matroska or WebM file</source>
        <translation>eine Matroska- oder WebM-Datei</translation>
    </message>
    <message>
        <source>a Windows Media file (wma)</source>
        <translation>eine Windows-Media-Datei (wma)</translation>
    </message>
    <message>
        <source>an AMR recording of a phone</source>
        <translation>eine AMR-Aufnahme eines Telefons</translation>
    </message>
    <message>
        <source>a WavPack file</source>
        <translation>eine WavPack-Datei</translation>
    </message>
    <message>
        <source>a Monkey&apos;s Audio file (ape)</source>
        <translation>eine Monkey&apos;s-Audio-Datei (ape)</translation>
    </message>
    <message>
        <source>a True Audio file</source>
        <translation>eine True-Audio-Datei</translation>
    </message>
    <message>
        <source>a Musepack file</source>
        <translation>eine Musepack-Datei</translation>
    </message>
    <message>
        <source>a Flash film</source>
        <translation>ein Flash-Film</translation>
    </message>
    <message>
        <source>a RealMedia file</source>
        <translation>eine RealMedia-Datei</translation>
    </message>
    <message>
        <source>an AC-3 file</source>
        <translation>eine AC-3-Datei</translation>
    </message>
    <message>
        <source>an AVI film</source>
        <translation>ein AVI-Film</translation>
    </message>
    <message>
        <source>a Speex file</source>
        <translation>eine Speex-Datei</translation>
    </message>
    <message>
        <source>an AAC file</source>
        <translation>eine AAC-Datei</translation>
    </message>
    <message>
        <source>of the kind %1</source>
        <translation>von der Art %1</translation>
    </message>
    <message>
        <source>it is a placeholder of Git LFS and not the sound itself; fetch it with: git lfs pull</source>
        <translation>es ist ein Platzhalter von Git LFS und nicht der Klang selbst; zu holen ist er mit: git lfs pull</translation>
    </message>
    <message>
        <source>it is a web page and no sound; it was not fetched as it should have been</source>
        <translation>es ist eine Webseite und kein Klang; das Herunterladen ist nicht richtig gelungen</translation>
    </message>
    <message>
        <source>it is a packed archive; unpack it first</source>
        <translation>es ist ein gepacktes Archiv; es zuerst entpacken</translation>
    </message>
    <message>
        <source>it is %1, which cannot be read; convert it first, for instance: ffmpeg -i %2 %3</source>
        <translation>es ist %1 und kann nicht gelesen werden; zuerst umwandeln, zum Beispiel: ffmpeg -i %2 %3</translation>
    </message>
    <message>
        <source>%1 is no plain file</source>
        <translation>%1 ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>cannot read %1: it is larger than %2 MB</source>
        <translation>%1 kann nicht gelesen werden: größer als %2 MB</translation>
    </message>
    <message>
        <source>cannot read %1: its lists are nested more than %2 deep</source>
        <translation>%1 kann nicht gelesen werden: die Listen darin sind mehr als %2 Ebenen tief verschachtelt</translation>
    </message>
    <message>
        <source>cannot read %1: it holds an object of more than %2 keys</source>
        <translation>%1 kann nicht gelesen werden: ein Objekt mit mehr als %2 Schlüsseln enthalten</translation>
    </message>
    <message>
        <source>cannot read %1: it holds more than %2 values</source>
        <translation>%1 kann nicht gelesen werden: mehr als %2 Werte enthalten</translation>
    </message>
    <message>
        <source>cannot read %1: it is not JSON (at byte %2)</source>
        <translation>%1 kann nicht gelesen werden: es ist kein JSON (bei Byte %2)</translation>
    </message>
    <message>
        <source>%1 is no plain file (a pipe or a device); save its content to a file</source>
        <translation>%1 ist keine gewöhnliche Datei (sondern eine Pipe oder ein Gerät); den Inhalt in einer Datei speichern</translation>
    </message>
    <message>
        <source>there is no folder or file %1; name a data set, or &quot;demo&quot; for the built-in sounds</source>
        <translation>es gibt weder einen Ordner noch eine Datei %1; einen Datensatz angeben oder „demo“ für die eingebauten Klänge</translation>
    </message>
    <message>
        <source>there is no fold %1; %2 has folds 0 to %3</source>
        <translation>es gibt keinen Fold %1; %2 hat die Folds 0 bis %3</translation>
    </message>
    <message>
        <source>fold %1 cannot be both the test and the validation fold</source>
        <translation>Fold %1 kann nicht zugleich Test- und Validierungs-Fold sein</translation>
    </message>
    <message>
        <source>reading the sounds was cancelled</source>
        <translation>das Lesen der Klänge wurde abgebrochen</translation>
    </message>
    <message>
        <source>%1 lists more than %2 clips; split it into smaller data sets</source>
        <translation>%1 führt mehr als %2 Clips auf; in kleinere Datensätze aufteilen</translation>
    </message>
    <message>
        <source>the clip begins at %1 s, but the file is only %2 s long</source>
        <translation>der Clip beginnt bei %1 s, aber die Datei ist nur %2 s lang</translation>
    </message>
    <message>
        <source>The header of a sound file is wrong: %1.</source>
        <translation>Der Kopf einer Klangdatei ist falsch: %1.</translation>
    </message>
    <message>
        <source>The headers of %1 sound files are wrong; the first is %2.</source>
        <translation>Die Köpfe von %1 Klangdateien sind falsch; die erste ist %2.</translation>
    </message>
    <message>
        <source>the same part of the same file is listed twice (%1); the first is kept</source>
        <translation>derselbe Teil derselben Datei ist zweimal aufgeführt (%1); der erste Eintrag bleibt</translation>
    </message>
    <message>
        <source>the same part of the same file is listed twice (%1), with other labels; the first is kept. Several labels of a clip stand in one row, joined by ;</source>
        <translation>derselbe Teil derselben Datei ist zweimal aufgeführt (%1), mit anderen Labels; der erste Eintrag bleibt. Mehrere Labels eines Clips stehen in einer Zeile, durch ; verbunden</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>no clip of %1 can be used%2</source>
        <translation>kein Clip von %1 ist verwendbar%2</translation>
    </message>
    <message>
        <source>%1 holds only one class (%2), so there is nothing to tell apart; at least two are needed%3</source>
        <translation>%1 enthält nur eine Klasse (%2), es gibt also nichts zu unterscheiden; mindestens zwei sind nötig%3</translation>
    </message>
    <message>
        <source>%1 leaves nothing to judge by: all its clips are of one recording or in one fold%2</source>
        <translation>%1 lässt nichts übrig, woran sich urteilen ließe: alle Clips stammen aus einer Aufnahme oder liegen in einem Fold%2</translation>
    </message>
    <message>
        <source>%1 files are as long as the part of a recording that the table names, and do not reach its end: they were taken for the part itself.</source>
        <translation>%1 Dateien sind so lang wie der Teil einer Aufnahme, den die Tabelle nennt, und reichen nicht bis an dessen Ende: sie wurden für den Teil selbst gehalten.</translation>
    </message>
    <message>
        <source>and %1 more like these</source>
        <translation>und %1 weitere dieser Art</translation>
    </message>
    <message>
        <source>left out: it is in fold %1, but the recording it comes from (%2) is in fold %3; clips of one recording must be in one fold</source>
        <translation>ausgelassen: der Clip liegt in Fold %1, die Aufnahme, aus der er stammt (%2), aber in Fold %3; Clips einer Aufnahme müssen in einem Fold liegen</translation>
    </message>
    <message>
        <source>No clip of fold %1 is left: all were of recordings in other folds.</source>
        <translation>Kein Clip von Fold %1 ist übrig: alle gehörten zu Aufnahmen in anderen Folds.</translation>
    </message>
    <message>
        <source>By the names of files, %1 recordings have clips in several folds (the first: %2). The folds are kept as they are given; if the names say true, accuracy will look better than it is.</source>
        <translation>Nach den Dateinamen haben %1 Aufnahmen Clips in mehreren Folds (die erste: %2). Die Folds bleiben, wie sie angegeben sind; wenn die Namen stimmen, wird die Genauigkeit besser aussehen, als sie ist.</translation>
    </message>
    <message>
        <source>%1 names %2 different folds, so what names them seems to hold something else; at most %3 are understood</source>
        <translation>%1 nennt %2 verschiedene Folds, die Angabe scheint also etwas anderes zu enthalten; höchstens %3 werden verstanden</translation>
    </message>
    <message>
        <source>All clips are in one fold (%1), so folds were assigned by recording instead.</source>
        <translation>Alle Clips liegen in einem Fold (%1), deshalb wurden die Folds stattdessen nach Aufnahmen zugeteilt.</translation>
    </message>
    <message>
        <source>left out: it has no fold, though other clips have one</source>
        <translation>ausgelassen: der Clip hat keinen Fold, obwohl andere Clips einen haben</translation>
    </message>
    <message>
        <source>There is no test fold, so %1 was cut by recording into %2; the last of them (%3) stays closed as the test.</source>
        <translation>Es gibt keinen Test-Fold, deshalb wurde %1 nach Aufnahmen in %2 geteilt; der letzte Teil (%3) bleibt als Test geschlossen.</translation>
    </message>
    <message>
        <source>There is no validation fold, so %1 was cut by recording into %2, and the last of them (%3) validates. The test stays as it is given.</source>
        <translation>Es gibt keinen Validierungs-Fold, deshalb wurde %1 nach Aufnahmen in %2 geteilt, und der letzte Teil (%3) dient der Validierung. Der Test bleibt, wie er angegeben ist.</translation>
    </message>
    <message>
        <source>the validation fold (%1) has clips of %2, and the folds that are trained on have none, so that a network could never learn it. Put recordings of it into the other folds, choose another validation fold, or say otherwise how clips are grouped</source>
        <translation>der Validierungs-Fold (%1) hat Clips von %2, die Folds für das Training aber haben keine, sodass ein Netz die Klasse nie lernen könnte. Aufnahmen davon in die anderen Folds legen, einen anderen Validierungs-Fold wählen oder die Clips anders gruppieren</translation>
    </message>
    <message>
        <source>only the test fold (%1) has clips of %2, so that a network could never learn it. Put recordings of it into the other folds, leave the class out, or say otherwise how clips are grouped</source>
        <translation>nur der Test-Fold (%1) hat Clips von %2, sodass ein Netz die Klasse nie lernen könnte. Aufnahmen davon in die anderen Folds legen, die Klasse weglassen oder die Clips anders gruppieren</translation>
    </message>
    <message>
        <source>no class has more than %1 recordings; a search needs three of each: to train on, to judge by, and to keep closed as the test. Bring more, or say otherwise how clips are grouped</source>
        <translation>keine Klasse hat mehr als %1 Aufnahmen; eine Suche braucht je Klasse drei: zum Trainieren, zum Beurteilen und als geschlossenen Test. Mehr Aufnahmen hinzufügen oder die Clips anders gruppieren</translation>
    </message>
    <message>
        <source>the name of a column is missing behind &quot;%1&quot;</source>
        <translation>hinter „%1“ fehlt der Name einer Spalte</translation>
    </message>
    <message>
        <source>a regular expression of %1 characters is too long to group clips by</source>
        <translation>ein regulärer Ausdruck von %1 Zeichen ist zu lang, um Clips danach zu gruppieren</translation>
    </message>
    <message>
        <source>clips cannot be grouped by &quot;%1&quot;: it is none of none, column, column:NAME, folder and prefix, and no regular expression (%2)</source>
        <translation>nach „%1“ lassen sich Clips nicht gruppieren: es ist weder none noch column, column:NAME, folder oder prefix und auch kein regulärer Ausdruck (%2)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no regular expression: %2</source>
        <translation>„%1“ ist kein regulärer Ausdruck: %2</translation>
    </message>
    <message>
        <source>the pattern &quot;%1&quot; groups no clip; a file&apos;s name is, for instance, %2</source>
        <translation>das Muster „%1“ gruppiert keinen Clip; ein Dateiname lautet zum Beispiel %2</translation>
    </message>
    <message>
        <source>Grouped by the pattern %1: %2 groups of %3 clips.</source>
        <translation>Gruppiert nach dem Muster %1: %2 Gruppen aus %3 Clips.</translation>
    </message>
    <message>
        <source>%1 clips do not match the pattern that groups them; each of them stands alone.</source>
        <translation>%1 Clips passen nicht zum Muster, nach dem gruppiert wird; jeder davon steht für sich allein.</translation>
    </message>
    <message>
        <source>clips cannot be grouped by the column &quot;%1&quot;: this data set has no table with it</source>
        <translation>nach der Spalte „%1“ lassen sich Clips nicht gruppieren: dieser Datensatz hat keine Tabelle mit ihr</translation>
    </message>
    <message>
        <source>Grouped by the column %1: %2 groups of %3 clips.</source>
        <translation>Gruppiert nach der Spalte %1: %2 Gruppen aus %3 Clips.</translation>
    </message>
    <message>
        <source>%1 clips have nothing in the column that groups them; each of them stands alone.</source>
        <translation>%1 Clips haben nichts in der Spalte, nach der gruppiert wird; jeder davon steht für sich allein.</translation>
    </message>
    <message>
        <source>Grouped as the data set says: %1 recordings of %2 clips.</source>
        <translation>Gruppiert, wie der Datensatz es angibt: %1 Aufnahmen aus %2 Clips.</translation>
    </message>
    <message>
        <source>Grouped by file name (%1 is of the recording %2): %3 recordings of %4 clips.</source>
        <translation>Gruppiert nach Dateinamen (%1 gehört zur Aufnahme %2): %3 Aufnahmen aus %4 Clips.</translation>
    </message>
    <message>
        <source>Names tell date and time, so each file is a recording of its own: %1 of %2 clips. Group by the text in front (prefix) to keep a site or device in one fold.</source>
        <translation>Namen enthalten Datum und Uhrzeit, daher ist jede Datei eine eigene Aufnahme: %1 mit %2 Clips. Nach dem Text davor gruppieren (prefix), um einen Ort oder ein Gerät in einem Fold zu halten.</translation>
    </message>
    <message>
        <source>Clips of one file stay together: %1 files with %2 clips.</source>
        <translation>Clips einer Datei bleiben zusammen: %1 Dateien mit %2 Clips.</translation>
    </message>
    <message>
        <source>Each file is a recording of its own: %1.</source>
        <translation>Jede Datei ist eine eigene Aufnahme: %1.</translation>
    </message>
    <message>
        <source>Not grouped, as asked for: %1 files.</source>
        <translation>Nicht gruppiert, wie gewünscht: %1 Dateien.</translation>
    </message>
    <message>
        <source>Grouped by folder: %1 folders with %2 clips.</source>
        <translation>Nach Ordnern gruppiert: %1 Ordner mit %2 Clips.</translation>
    </message>
    <message>
        <source>Grouped by the text before the first _ or - (%1 of %2): %3 groups of %4 clips.</source>
        <translation>Nach dem Text vor dem ersten _ oder - gruppiert (%1 von %2): %3 Gruppen mit %4 Clips.</translation>
    </message>
    <message>
        <source>All clips seem to be of fewer than three recordings (%1), by their names: too few to keep recordings apart. Runs of neighbouring clips were put into different folds instead, so that accuracy will look better than it is. More recordings help; if they are none, group clips otherwise.</source>
        <translation>Den Namen nach stammen alle Clips aus weniger als drei Aufnahmen (%1): zu wenig, um Aufnahmen getrennt zu halten. Stattdessen kamen Folgen benachbarter Clips in verschiedene Folds, sodass die Genauigkeit besser aussehen wird, als sie ist. Mehr Aufnahmen helfen; sind es keine, Clips anders gruppieren.</translation>
    </message>
    <message>
        <source>Fewer than three recordings of a class, by the names of files: %1 (%2). That is too few to keep recordings apart, so runs of neighbouring clips were put into different folds; accuracy will look better than it is. More recordings help; if they are none, group clips otherwise.</source>
        <translation>Den Dateinamen nach weniger als drei Aufnahmen einer Klasse: %1 (%2). Das ist zu wenig, um Aufnahmen getrennt zu halten, daher kamen Folgen benachbarter Clips in verschiedene Folds; die Genauigkeit wird besser aussehen, als sie ist. Mehr Aufnahmen helfen; sind es keine, Clips anders gruppieren.</translation>
    </message>
    <message>
        <source>The classes are the folders inside of %1, the only one that holds sounds.</source>
        <translation>Die Klassen sind die Ordner in %1, dem einzigen mit Klängen.</translation>
    </message>
    <message>
        <source>the folder %1 of %2 could be a class, as %3 may be, or the part of the data that is trained on, with classes inside. For the part alone, name %4 as the data set; for classes: --read-as classes=outer</source>
        <translation>der Ordner %1 von %2 könnte eine Klasse sein, wie %3 es sein mag, oder der Teil der Daten, mit dem trainiert wird, mit Klassen darin. Nur für den Teil %4 als Datensatz angeben; für Klassen: --read-as classes=outer</translation>
    </message>
    <message>
        <source>the folders %1 of %2 are called after parts of a data set, and sounds lie in them without a folder for each class, so nothing says what these are. Put a folder for each class into each part, or write a table (path,label); if they are classes: --read-as classes=outer</source>
        <translation>die Ordner %1 von %2 heißen nach Teilen eines Datensatzes, und Klänge liegen darin ohne einen Ordner je Klasse, sodass nichts sagt, was sie sind. In jeden Teil einen Ordner je Klasse legen oder eine Tabelle schreiben (path,label); sind es Klassen: --read-as classes=outer</translation>
    </message>
    <message>
        <source>the folders %1 of %2 count folds, so they are not taken for classes, and nothing else says what their sounds are. If a table does, put it beside them (columns path,label), or name the folder that holds both; if they are classes: --read-as classes=outer</source>
        <translation>die Ordner %1 von %2 zählen Folds, sie gelten daher nicht als Klassen, und sonst sagt nichts, was ihre Klänge sind. Sagt es eine Tabelle, sie danebenlegen (Spalten path,label) oder den Ordner angeben, der beides enthält; sind es Klassen: --read-as classes=outer</translation>
    </message>
    <message>
        <source>%1 has two levels of folders, and either could be the classes: %2 (--read-as classes=outer), or what is inside of them, such as %3 (--read-as classes=inner)</source>
        <translation>%1 hat zwei Ebenen von Ordnern, und beide könnten die Klassen sein: %2 (--read-as classes=outer) oder was darin liegt, etwa %3 (--read-as classes=inner)</translation>
    </message>
    <message>
        <source>Sounds in a folder inside of a class&apos;s folder belong to that class: %1.</source>
        <translation>Klänge in einem Ordner innerhalb des Ordners einer Klasse gehören zu dieser Klasse: %1.</translation>
    </message>
    <message>
        <source>Sounds in %1 folders inside of classes&apos; folders belong to those classes (the first: %2).</source>
        <translation>Klänge in %1 Ordnern innerhalb der Ordner von Klassen gehören zu diesen Klassen (der erste: %2).</translation>
    </message>
    <message>
        <source>no column names files that are here (the columns are: %1)</source>
        <translation>keine Spalte nennt Dateien, die hier sind (die Spalten sind: %1)</translation>
    </message>
    <message>
        <source>no column says what the sounds are (the columns are: %1)</source>
        <translation>keine Spalte sagt, was die Klänge sind (die Spalten sind: %1)</translation>
    </message>
    <message>
        <source>The column %1 does not hold seconds (the first is &quot;%2&quot;), so it was not used.</source>
        <translation>Die Spalte %1 enthält keine Sekunden (der erste Wert ist „%2“) und wurde daher nicht verwendet.</translation>
    </message>
    <message>
        <source>there is a column &quot;%1&quot; but not the other; a part of a file needs both start_s and end_s (or --read-as %2=none, for whole files)</source>
        <translation>es gibt eine Spalte „%1“, aber nicht die andere; ein Teil einer Datei braucht start_s und end_s (oder --read-as %2=none für ganze Dateien)</translation>
    </message>
    <message>
        <source>both the column %1 and the column %2 could be the folds; choose with --read-as fold=%1 or --read-as fold=%2</source>
        <translation>die Spalte %1 und die Spalte %2 könnten beide die Folds sein; mit --read-as fold=%1 oder --read-as fold=%2 wählen</translation>
    </message>
    <message>
        <source>both the column %1 and the column %2 could be the label; choose with --read-as label=%1 or --read-as label=%2</source>
        <translation>die Spalte %1 und die Spalte %2 könnten beide das Label sein; mit --read-as label=%1 oder --read-as label=%2 wählen</translation>
    </message>
    <message>
        <source>the first row names no columns, and there are %1; write a first row such as path,label,fold, or say which is which by number: --read-as path=%2,label=%3</source>
        <translation>die erste Zeile nennt keine Spalten, und es sind %1; eine erste Zeile wie path,label,fold schreiben oder nach Nummern sagen, welche welche ist: --read-as path=%2,label=%3</translation>
    </message>
    <message>
        <source>Labels of the column %1 are parted at commas: a clip may have several.</source>
        <translation>Labels der Spalte %1 werden an Kommas getrennt: ein Clip kann mehrere haben.</translation>
    </message>
    <message>
        <source>The column %1 is not used.</source>
        <translation>Die Spalte %1 wird nicht verwendet.</translation>
    </message>
    <message>
        <source>%1 columns are not used: %2.</source>
        <translation>%1 Spalten werden nicht verwendet: %2.</translation>
    </message>
    <message>
        <source>The columns start and end tell where in its recording a slice was; the files are the slices.</source>
        <translation>Die Spalten start und end sagen, wo in seiner Aufnahme ein Ausschnitt lag; die Dateien sind die Ausschnitte.</translation>
    </message>
    <message>
        <source>%1 has %2 columns, too many for a table of sounds</source>
        <translation>%1 hat %2 Spalten, zu viele für eine Tabelle von Klängen</translation>
    </message>
    <message>
        <source>The folder %1 holds no sound that can be read and is not used.</source>
        <translation>Der Ordner %1 enthält keinen lesbaren Klang und wird nicht verwendet.</translation>
    </message>
    <message>
        <source>%1 folders hold no sound that can be read and are not used: %2.</source>
        <translation>%1 Ordner enthalten keinen lesbaren Klang und werden nicht verwendet: %2.</translation>
    </message>
    <message>
        <source>1 sound lies in no class&apos;s folder and is not used: %1.</source>
        <translation>1 Klang liegt in keinem Ordner einer Klasse und wird nicht verwendet: %1.</translation>
    </message>
    <message>
        <source>%1 sounds lie in no class&apos;s folder and are not used (the first: %2).</source>
        <translation>%1 Klänge liegen in keinem Ordner einer Klasse und werden nicht verwendet (der erste: %2).</translation>
    </message>
    <message>
        <source>1 sound is not used, since %1 does not name it: %2.</source>
        <translation>1 Klang wird nicht verwendet, da %1 ihn nicht nennt: %2.</translation>
    </message>
    <message>
        <source>%1 sounds are not used, since %2 does not name them (the first: %3).</source>
        <translation>%1 Klänge werden nicht verwendet, da %2 sie nicht nennt (der erste: %3).</translation>
    </message>
    <message>
        <source>%1 more tables are not used.</source>
        <translation>%1 weitere Tabellen werden nicht verwendet.</translation>
    </message>
    <message>
        <source>The table %1 is not used: %2.</source>
        <translation>Die Tabelle %1 wird nicht verwendet: %2.</translation>
    </message>
    <message>
        <source>%1 is not read: what tells of the sounds must be a table of text (CSV) with the columns path,label.</source>
        <translation>%1 wird nicht gelesen: was die Klänge beschreibt, muss eine Texttabelle (CSV) mit den Spalten path,label sein.</translation>
    </message>
    <message>
        <source>%1 files are not read (the first: %2): what tells of the sounds must be a table of text (CSV) with the columns path,label.</source>
        <translation>%1 Dateien werden nicht gelesen (die erste: %2): was die Klänge beschreibt, muss eine Texttabelle (CSV) mit den Spalten path,label sein.</translation>
    </message>
    <message>
        <source>%1 files were not looked at, since their names are not those of sounds (%2; the first: %3).</source>
        <translation>%1 Dateien wurden nicht angesehen, da ihre Namen nicht die von Klängen sind (%2; die erste: %3).</translation>
    </message>
    <message>
        <source>1 file (%1) cannot be read: %2. Convert it, for example with: %3</source>
        <translation>1 Datei (%1) kann nicht gelesen werden: %2. Umwandeln, zum Beispiel mit: %3</translation>
    </message>
    <message>
        <source>%1 files (%2) cannot be read (the first: %3). Convert them, for example with: %4</source>
        <translation>%1 Dateien (%2) können nicht gelesen werden (die erste: %3). Umwandeln, zum Beispiel mit: %4</translation>
    </message>
    <message>
        <source>%1 is one sound; name the folder or the table of a data set. %2</source>
        <translation>%1 ist ein einzelner Klang; den Ordner oder die Tabelle eines Datensatzes angeben. %2</translation>
    </message>
    <message>
        <source>%1 is no table of text; save it as CSV with the columns path,label</source>
        <translation>%1 ist keine Texttabelle; als CSV mit den Spalten path,label speichern</translation>
    </message>
    <message>
        <source>no data set was found in %1. %2</source>
        <translation>in %1 wurde kein Datensatz gefunden. %2</translation>
    </message>
    <message>
        <source>%1 holds no sound that can be read. %2</source>
        <translation>%1 enthält keinen lesbaren Klang. %2</translation>
    </message>
    <message>
        <source> The table %1 cannot be used: %2; call its columns path and label, or say which they are: --read-as path=NAME,label=NAME.</source>
        <translation> Die Tabelle %1 kann nicht verwendet werden: %2; ihre Spalten path und label nennen oder sagen, welche es sind: --read-as path=NAME,label=NAME.</translation>
    </message>
    <message>
        <source> %1 is not read: save it as a table of text (CSV) with the columns path,label.</source>
        <translation> %1 wird nicht gelesen: als Texttabelle (CSV) mit den Spalten path,label speichern.</translation>
    </message>
    <message>
        <source>%1 holds sounds but nothing that says what they are.%2 %3</source>
        <translation>%1 enthält Klänge, aber nichts, was sagt, was sie sind.%2 %3</translation>
    </message>
    <message>
        <source>%1 holds more than %2 files; name the folder of the data set itself</source>
        <translation>%1 enthält mehr als %2 Dateien; den Ordner des Datensatzes selbst angeben</translation>
    </message>
    <message>
        <source>cannot look into the folder %1: %2</source>
        <translation>kann nicht in den Ordner %1 sehen: %2</translation>
    </message>
    <message>
        <source>%1, line 1: %2</source>
        <translation>%1, Zeile 1: %2</translation>
    </message>
    <message>
        <source>%1 holds several manifests (%2), and each of them could say what the sounds are; name the one that is meant in place of the folder, for example %3</source>
        <translation>%1 enthält mehrere Manifeste (%2), und jedes davon könnte sagen, was die Klänge sind; statt des Ordners das gemeinte angeben, zum Beispiel %3</translation>
    </message>
    <message>
        <source>%1 is there as well</source>
        <translation>%1 ist auch da</translation>
    </message>
    <message>
        <source>none of the files that it names is here (the first is %1)</source>
        <translation>keine der Dateien, die sie nennt, ist hier (die erste ist %1)</translation>
    </message>
    <message>
        <source>there are too many tables</source>
        <translation>es gibt zu viele Tabellen</translation>
    </message>
    <message>
        <source>another table lies nearer to the folder itself</source>
        <translation>eine andere Tabelle liegt näher am Ordner selbst</translation>
    </message>
    <message>
        <source>the path is empty</source>
        <translation>der Pfad ist leer</translation>
    </message>
    <message>
        <source>the label is empty</source>
        <translation>das Label ist leer</translation>
    </message>
    <message>
        <source>%1: %2 is %3</source>
        <translation>%1: %2 ist %3</translation>
    </message>
    <message>
        <source>%1 is there, but sounds of this kind (%2) cannot be read</source>
        <translation>%1 ist da, aber Klänge dieser Art (%2) können nicht gelesen werden</translation>
    </message>
    <message>
        <source>&quot;%1&quot; could be %2 or %3; write its folder too</source>
        <translation>„%1“ könnte %2 oder %3 sein; auch den Ordner schreiben</translation>
    </message>
    <message>
        <source>&quot;%1&quot; leads outside of the manifest&apos;s folder; keep the sounds below it</source>
        <translation>„%1“ führt aus dem Ordner des Manifests hinaus; die Klänge darunter ablegen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; to &quot;%2&quot; are no seconds</source>
        <translation>„%1“ bis „%2“ sind keine Sekunden</translation>
    </message>
    <message>
        <source>the part from %1 s to %2 s is empty</source>
        <translation>der Teil von %1 s bis %2 s ist leer</translation>
    </message>
    <message>
        <source>%1 says that %2 is %3</source>
        <translation>%1 sagt, dass %2 %3 ist</translation>
    </message>
    <message>
        <source>%1 says that %2 is in %3</source>
        <translation>%1 sagt, dass %2 in %3 ist</translation>
    </message>
    <message>
        <source>%1 was read as a table that is %2.</source>
        <translation>%1 wurde als Tabelle gelesen, die %2 ist.</translation>
    </message>
    <message>
        <source>%1 names no columns: column %2 was taken for the file, column %3 for the label.</source>
        <translation>%1 nennt keine Spalten: Spalte %2 wurde als die Datei genommen, Spalte %3 als das Label.</translation>
    </message>
    <message>
        <source>%1 of the %2 files that %3 names are not here (the first: %4).</source>
        <translation>%1 der %2 Dateien, die %3 nennt, sind nicht hier (die erste: %4).</translation>
    </message>
    <message>
        <source>%1 paths of %2 are of another place and were found by their end (the first: %3).</source>
        <translation>%1 Pfade von %2 gehören zu einem anderen Ort und wurden an ihrem Ende erkannt (der erste: %3).</translation>
    </message>
    <message>
        <source>%1 files have another ending than %2 says (the first: %3).</source>
        <translation>%1 Dateien haben eine andere Endung, als %2 sagt (die erste: %3).</translation>
    </message>
    <message>
        <source>%1 files have other capitals than %2 says (the first: %3).</source>
        <translation>%1 Dateien haben andere Groß- und Kleinbuchstaben, als %2 sagt (die erste: %3).</translation>
    </message>
    <message>
        <source>%1 and the folders contradict each other for %2 of %3 files (the first: %4). To go by the table, name it in place of the folder: %5; to go by the folders: --read-as table=none</source>
        <translation>%1 und die Ordner widersprechen einander bei %2 von %3 Dateien (die erste: %4). Um nach der Tabelle zu gehen, sie statt des Ordners angeben: %5; um nach den Ordnern zu gehen: --read-as table=none</translation>
    </message>
    <message>
        <source>%1 contradicts the folders for %2 files (the first: %3); the table counts.</source>
        <translation>%1 widerspricht den Ordnern bei %2 Dateien (die erste: %3); die Tabelle gilt.</translation>
    </message>
    <message>
        <source>an id with its name is needed</source>
        <translation>eine Kennung mit ihrem Namen wird gebraucht</translation>
    </message>
    <message>
        <source>the id %1 is named twice</source>
        <translation>die Kennung %1 ist zweimal genannt</translation>
    </message>
    <message>
        <source>%1 of %2 listed segments have no sound here (the first is %3)</source>
        <translation>%1 von %2 aufgeführten Abschnitten haben hier keinen Klang (der erste ist %3)</translation>
    </message>
    <message>
        <source>Classes are shown by their ids: class_labels_indices.csv is not there.</source>
        <translation>Klassen werden mit ihren Kennungen gezeigt: class_labels_indices.csv ist nicht da.</translation>
    </message>
    <message>
        <source>a row holds YTID, start_seconds, end_seconds and the quoted label ids</source>
        <translation>eine Zeile enthält YTID, start_seconds, end_seconds und die Kennungen der Labels in Anführungszeichen</translation>
    </message>
    <message>
        <source>the YTID is empty or holds a slash</source>
        <translation>die YTID ist leer oder enthält einen Schrägstrich</translation>
    </message>
    <message>
        <source>the segment is empty</source>
        <translation>der Abschnitt ist leer</translation>
    </message>
    <message>
        <source>the label %1 is not in %2</source>
        <translation>das Label %1 steht nicht in %2</translation>
    </message>
    <message>
        <source>there is no label</source>
        <translation>es gibt kein Label</translation>
    </message>
    <message>
        <source>%1 has meta/esc50.csv but no folder audio/ with the sounds</source>
        <translation>%1 hat meta/esc50.csv, aber keinen Ordner audio/ mit den Klängen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no file inside of audio/</source>
        <translation>„%1“ ist keine Datei in audio/</translation>
    </message>
    <message>
        <source>the category is empty</source>
        <translation>die Kategorie ist leer</translation>
    </message>
    <message>
        <source>target %1 is called both %2 and %3</source>
        <translation>target %1 heißt sowohl %2 als auch %3</translation>
    </message>
    <message>
        <source>beside those of the parts</source>
        <translation>neben denen der Teile</translation>
    </message>
    <message>
        <source>whose names begin with an underscore</source>
        <translation>mit einem Unterstrich am Anfang des Namens</translation>
    </message>
    <message>
        <source>%1 sounds of folders %2 are not used (the first folder: %3).</source>
        <translation>%1 Klänge in Ordnern %2 werden nicht benutzt (der erste Ordner: %3).</translation>
    </message>
    <message>
        <source>The class %1 is missing: none of its %2 sounds can be read.</source>
        <translation>Die Klasse %1 fehlt: keiner ihrer %2 Klänge kann gelesen werden.</translation>
    </message>
    <message>
        <source>%1 of the %2 sounds of the class %3 cannot be read.</source>
        <translation>%1 der %2 Klänge der Klasse %3 können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Kinglet understands ESC-50 (meta/esc50.csv and audio/); UrbanSound8K and FSD50K as they unpack; Speech Commands (a folder for each word, validation_list.txt and testing_list.txt); AudioSet (*_segments.csv, class_labels_indices.csv and sounds named by YTID); a manifest (a table of text with the columns path,label[,fold][,start_s,end_s]); and a folder for each class with its sounds inside</source>
        <translation>Kinglet versteht ESC-50 (meta/esc50.csv und audio/); UrbanSound8K und FSD50K, wie sie entpackt werden; Speech Commands (ein Ordner je Wort, validation_list.txt und testing_list.txt); AudioSet (*_segments.csv, class_labels_indices.csv und nach YTID benannte Klänge); ein Manifest (eine Texttabelle mit den Spalten path,label[,fold][,start_s,end_s]); und je Klasse einen Ordner mit ihren Klängen darin</translation>
    </message>
    <message>
        <source>no column is known to name recordings here, so clips cannot be grouped by it; name one with column:NAME</source>
        <translation>von keiner Spalte ist bekannt, dass sie hier Aufnahmen benennt, also können Clips nicht danach gruppiert werden; eine mit column:NAME nennen</translation>
    </message>
    <message>
        <source>listed for validation or testing, but not there</source>
        <translation>für Validierung oder Test aufgeführt, aber nicht vorhanden</translation>
    </message>
    <message>
        <source>%1 lines of the lists were found by another spelling (the first: %2).</source>
        <translation>%1 Zeilen der Listen wurden unter anderer Schreibweise gefunden (die erste: %2).</translation>
    </message>
    <message>
        <source>Folders that begin with an underscore hold noise without a word and were left out (%1 sounds).</source>
        <translation>Ordner, deren Namen mit einem Unterstrich beginnen, enthalten Geräusche ohne Wort und wurden ausgelassen (%1 Klänge).</translation>
    </message>
    <message>
        <source>%1 is listed for validation and for testing</source>
        <translation>%1 ist für Validierung und für Test aufgeführt</translation>
    </message>
    <message>
        <source>UrbanSound8K without its table: classes were taken from the second number of the file names, as the data set defines them. If these are other sounds, write a table (path,label).</source>
        <translation>UrbanSound8K ohne seine Tabelle: Die Klassen wurden der zweiten Zahl der Dateinamen entnommen, wie der Datensatz sie festlegt. Wenn dies andere Klänge sind, eine Tabelle (path,label) schreiben.</translation>
    </message>
    <message>
        <source>cannot make the folder %1: %2</source>
        <translation>der Ordner %1 kann nicht angelegt werden: %2</translation>
    </message>
    <message>
        <source>the prefix is empty; give a name like door_bell</source>
        <translation>das Präfix ist leer; einen Namen wie door_bell angeben</translation>
    </message>
    <message>
        <source>the prefix has %1 characters; %2 are enough, so that C compilers tell the names apart that begin with it</source>
        <translation>das Präfix hat %1 Zeichen; %2 genügen, damit C-Compiler die Namen unterscheiden, die damit beginnen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot stand in front of C names; a prefix has letters a to z, digits and underscores only</source>
        <translation>„%1“ kann nicht vor C-Namen stehen; ein Präfix hat nur Buchstaben von a bis z, Ziffern und Unterstriche</translation>
    </message>
    <message>
        <source>the prefix &quot;%1&quot; begins with a digit; C names cannot</source>
        <translation>das Präfix „%1“ beginnt mit einer Ziffer; C-Namen können das nicht</translation>
    </message>
    <message>
        <source>the prefix &quot;%1&quot; has an underscore in front or two in a row; C and C++ keep such names for themselves</source>
        <translation>das Präfix „%1“ hat einen Unterstrich am Anfang oder zwei hintereinander; C und C++ behalten sich solche Namen vor</translation>
    </message>
    <message>
        <source>the prefix &quot;%1&quot; is a keyword of C or C++; choose another</source>
        <translation>das Präfix „%1“ ist ein Schlüsselwort von C oder C++; ein anderes wählen</translation>
    </message>
    <message>
        <source>with the prefix &quot;%1&quot;, %1.h would hide a header of the system; choose another</source>
        <translation>mit dem Präfix „%1“ würde %1.h eine Header-Datei des Systems verdecken; ein anderes wählen</translation>
    </message>
    <message>
        <source>with the prefix &quot;%1&quot;, Windows could not store %1.h; choose another</source>
        <translation>mit dem Präfix „%1“ könnte Windows %1.h nicht speichern; ein anderes wählen</translation>
    </message>
    <message>
        <source>build systems keep the name &quot;%1&quot; for themselves; choose another prefix</source>
        <translation>Build-Systeme behalten sich den Namen „%1“ vor; ein anderes Präfix wählen</translation>
    </message>
    <message>
        <source>main is the name of every program; choose another prefix</source>
        <translation>main ist der Name jedes Programms; ein anderes Präfix wählen</translation>
    </message>
    <message>
        <source>names with &quot;frontend&quot; are those of the front end; choose another prefix than &quot;%1&quot;</source>
        <translation>Namen mit „frontend“ gehören dem Front-End; ein anderes Präfix als „%1“ wählen</translation>
    </message>
    <message>
        <source>names with &quot;kinglet_&quot; are those of what networks share; choose another prefix than &quot;%1&quot;</source>
        <translation>Namen mit „kinglet_“ gehören dem, was Netze gemeinsam haben; ein anderes Präfix als „%1“ wählen</translation>
    </message>
    <message>
        <source>a number of this network is not finite; it cannot be exported as C</source>
        <translation>eine Zahl dieses Netzes ist nicht endlich; es kann nicht als C exportiert werden</translation>
    </message>
    <message>
        <source>the network answers otherwise on %1 than on this computer; please report this</source>
        <translation>das Netz antwortet auf %1 anders als auf diesem Rechner; bitte melden</translation>
    </message>
    <message>
        <source>there is no format &quot;%1&quot;; the formats are torchscript, onnx, c and tflite</source>
        <translation>es gibt kein Format „%1“; die Formate sind torchscript, onnx, c und tflite</translation>
    </message>
    <message>
        <source>only C sources come in forms for tool chains; choose format c, not %1</source>
        <translation>nur C-Quellen gibt es in Formen für Werkzeugketten; Format c wählen, nicht %1</translation>
    </message>
    <message>
        <source>only C sources have names that a prefix could stand in front of; choose format c, not %1</source>
        <translation>nur C-Quellen haben Namen, vor denen ein Präfix stehen könnte; Format c wählen, nicht %1</translation>
    </message>
    <message>
        <source>the network comes from somebody else: it is run on a board only once you said that you trust it</source>
        <translation>das Netz kommt von jemand anderem: Es läuft erst auf einem Board, wenn ihm ausdrücklich vertraut wird</translation>
    </message>
    <message>
        <source>there is no emulated board &quot;%1&quot;; the boards are %2</source>
        <translation>es gibt kein emuliertes Board „%1“; die Boards sind %2</translation>
    </message>
    <message>
        <source>there is no form &quot;%1&quot; of C sources; the forms are plain, arduino, zephyr, platformio and cmake</source>
        <translation>es gibt keine Form „%1“ von C-Quellen; die Formen sind plain, arduino, zephyr, platformio und cmake</translation>
    </message>
    <message>
        <source>Arduino takes no library from a folder called &quot;%1&quot;; use letters, digits, -, _ and ., a letter or digit first, %2 characters at most</source>
        <translation>Arduino nimmt keine Bibliothek aus einem Ordner namens „%1“; Buchstaben, Ziffern, -, _ und . verwenden, mit einem Buchstaben oder einer Ziffer am Anfang, höchstens %2 Zeichen</translation>
    </message>
    <message>
        <source>the weights %1 are no figures; train the candidate again</source>
        <translation>die Gewichte %1 sind keine Zahlen; den Kandidaten noch einmal trainieren</translation>
    </message>
    <message>
        <source>%1 is not installed; on Debian: apt-get install %2</source>
        <translation>%1 ist nicht installiert; unter Debian: apt-get install %2</translation>
    </message>
    <message>
        <source>the emulated %1 did not answer all inputs</source>
        <translation>das emulierte Board %1 hat nicht auf alle Eingaben geantwortet</translation>
    </message>
    <message>
        <source>cannot %1: %2 is not installed</source>
        <translation>nicht möglich war, %1: %2 ist nicht installiert</translation>
    </message>
    <message>
        <source>cannot start %1 to %2</source>
        <translation>%1 kann nicht gestartet werden, um %2</translation>
    </message>
    <message>
        <source>cannot %1: it did not end within %2 s</source>
        <translation>nicht möglich war, %1: es endete nicht innerhalb von %2 s</translation>
    </message>
    <message>
        <source>cannot %1: its output does not end</source>
        <translation>nicht möglich war, %1: die Ausgabe endet nicht</translation>
    </message>
    <message>
        <source>the export needs a name of its own; give one, for example %1</source>
        <translation>der Export braucht einen eigenen Namen; einen angeben, zum Beispiel %1</translation>
    </message>
    <message>
        <source>%1 is a folder; give the name of a file</source>
        <translation>%1 ist ein Ordner; den Namen einer Datei angeben</translation>
    </message>
    <message>
        <source>%1 is a file; C sources need a folder</source>
        <translation>%1 ist eine Datei; C-Quellen brauchen einen Ordner</translation>
    </message>
    <message>
        <source>%1 is there already; choose another name, or say that it may be replaced</source>
        <translation>%1 gibt es schon; einen anderen Namen wählen oder das Ersetzen erlauben</translation>
    </message>
    <message>
        <source>%1 is in the way: the export needs a folder of this name</source>
        <translation>%1 ist im Weg: der Export braucht einen Ordner dieses Namens</translation>
    </message>
    <message>
        <source>%1 is a folder; the export has a file of this name</source>
        <translation>%1 ist ein Ordner; der Export hat eine Datei dieses Namens</translation>
    </message>
    <message>
        <source>run the ONNX file</source>
        <translation>die ONNX-Datei auszuführen</translation>
    </message>
    <message>
        <source>the file of boards</source>
        <translation>die Datei der Boards</translation>
    </message>
    <message>
        <source>the profile</source>
        <translation>das Profil</translation>
    </message>
    <message>
        <source>a stored network has a name that is longer than %1 bytes or holds control characters: &quot;%2&quot;</source>
        <translation>ein gespeichertes Netz hat einen Namen, der länger als %1 Byte ist oder Steuerzeichen enthält: „%2“</translation>
    </message>
    <message>
        <source>a stored network</source>
        <translation>ein gespeichertes Netz</translation>
    </message>
    <message>
        <source>the space file</source>
        <translation>die Datei des Suchraums</translation>
    </message>
    <message>
        <source>the search space has %1 parameters; %2 can be searched</source>
        <translation>der Suchraum hat %1 Parameter; %2 können durchsucht werden</translation>
    </message>
    <message>
        <source>the choices of a candidate</source>
        <translation>die Wahl eines Kandidaten</translation>
    </message>
    <message>
        <source>%1 is being searched by another Kinglet, under another name of the same file; stop that one first, or use another study file</source>
        <translation>%1 wird gerade von einem anderen Kinglet durchsucht, unter einem anderen Namen derselben Datei; jenes zuerst anhalten oder eine andere Studiendatei verwenden</translation>
    </message>
    <message>
        <source>%1 is a symbolic link and not Kinglet&apos;s lock; remove it</source>
        <translation>%1 ist eine symbolische Verknüpfung und nicht die Sperre von Kinglet; sie entfernen</translation>
    </message>
    <message>
        <source>%1 is no plain file of its own and not Kinglet&apos;s lock; remove it</source>
        <translation>%1 ist keine eigene gewöhnliche Datei und nicht die Sperre von Kinglet; sie entfernen</translation>
    </message>
    <message>
        <source>fold %1 holds only clips of classes that no other fold has (%2, for one)</source>
        <translation>Fold %1 enthält nur Clips von Klassen, die kein anderer Fold hat (zum Beispiel %2)</translation>
    </message>
    <message>
        <source>a message</source>
        <translation>eine Meldung</translation>
    </message>
    <message>
        <source>%1 is %2; %3 to %4 make sense</source>
        <translation>%1 ist %2; sinnvoll sind %3 bis %4</translation>
    </message>
    <message>
        <source>%1 is not above zero</source>
        <translation>%1 ist nicht größer als null</translation>
    </message>
    <message>
        <source>the test and the validation fold are the same</source>
        <translation>der Test-Fold und der Validierungs-Fold sind derselbe</translation>
    </message>
    <message>
        <source>%1 is a link or no plain file; remove it to open the study</source>
        <translation>%1 ist eine Verknüpfung oder keine gewöhnliche Datei; sie entfernen, um die Studie zu öffnen</translation>
    </message>
    <message>
        <source>%1 names other files, which no journal of Kinglet&apos;s does; remove it to open the study</source>
        <translation>%1 nennt andere Dateien, was kein Journal von Kinglet tut; es entfernen, um die Studie zu öffnen</translation>
    </message>
    <message>
        <source>%1 is no plain file, so no study either</source>
        <translation>%1 ist keine gewöhnliche Datei und damit auch keine Studie</translation>
    </message>
    <message>
        <source>%1 holds a text or weights that are larger than any that Kinglet writes</source>
        <translation>%1 enthält einen Text oder Gewichte, die größer sind als alles, was Kinglet schreibt</translation>
    </message>
    <message>
        <source>cannot read the settings of %1: %2</source>
        <translation>kann die Einstellungen von %1 nicht lesen: %2</translation>
    </message>
    <message>
        <source>its number is %1</source>
        <translation>die Nummer ist %1</translation>
    </message>
    <message>
        <source>its number is damaged</source>
        <translation>die Nummer ist beschädigt</translation>
    </message>
    <message>
        <source>%1 is no study as Kinglet makes them: it holds the %2 &quot;%3&quot;. Do not use it unless you know who made it.</source>
        <translation>%1 ist keine Studie, wie Kinglet sie anlegt: sie enthält %2 „%3“. Nur verwenden, wenn bekannt ist, wer sie gemacht hat.</translation>
    </message>
    <message>
        <source>%1 is no study as Kinglet makes them: its table &quot;%2&quot; is declared otherwise. Do not use it unless you know who made it.</source>
        <translation>%1 ist keine Studie, wie Kinglet sie anlegt: ihre Tabelle „%2“ ist anders vereinbart. Nur verwenden, wenn bekannt ist, wer sie gemacht hat.</translation>
    </message>
    <message>
        <source>%1 is damaged: it has no table &quot;%2&quot;</source>
        <translation>%1 ist beschädigt: die Tabelle „%2“ fehlt</translation>
    </message>
    <message>
        <source>the training recipe</source>
        <translation>das Trainingsrezept</translation>
    </message>
    <message>
        <source>the early-stopping settings</source>
        <translation>die Einstellungen des frühen Abbruchs</translation>
    </message>
    <message>
        <source>columns were named (--read-as), but %1 holds no table of the sounds</source>
        <translation>Spalten wurden genannt (--read-as), aber %1 enthält keine Tabelle der Klänge</translation>
    </message>
    <message>
        <source>columns were named (--read-as), but no table of %1 can be used; %2: %3</source>
        <translation>Spalten wurden genannt (--read-as), aber keine Tabelle von %1 ist brauchbar; %2: %3</translation>
    </message>
    <message>
        <source>%1; all that it held is saved in %2</source>
        <translation>%1; alles, was sie enthielt, ist in %2 gesichert</translation>
    </message>
    <message>
        <source>%1; what it held could not be saved in %2 either: %3</source>
        <translation>%1; was sie enthielt, konnte auch in %2 nicht gesichert werden: %3</translation>
    </message>
    <message>
        <source>the file is gone</source>
        <translation>die Datei ist weg</translation>
    </message>
    <message>
        <source>no permission to read it</source>
        <translation>keine Berechtigung, sie zu lesen</translation>
    </message>
    <message>
        <source>the disk or the network gives an error (EIO)</source>
        <translation>der Datenträger oder das Netz meldet einen Fehler (EIO)</translation>
    </message>
    <message>
        <source>its network folder is not connected</source>
        <translation>ihr Netzwerkordner ist nicht verbunden</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>the file was changed after the data set had been opened</source>
        <translation>die Datei wurde geändert, nachdem der Datensatz geöffnet war</translation>
    </message>
    <message>
        <source>%1 went away while it was read; start again when its disk or network folder is back</source>
        <translation>%1 ist beim Lesen verschwunden; noch einmal beginnen, wenn der Datenträger oder Netzwerkordner wieder da ist</translation>
    </message>
    <message>
        <source>cannot write to %1: %2</source>
        <translation>in %1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>the cache file %1 could not be read back</source>
        <translation>die Cache-Datei %1 ließ sich nicht zurücklesen</translation>
    </message>
    <message>
        <source>A file of features in the cache was damaged, or of another Kinglet: it is made anew</source>
        <translation>Eine Merkmalsdatei im Cache war beschädigt oder von einem anderen Kinglet: sie wird neu erstellt</translation>
    </message>
    <message>
        <source>the features need %1 MB, and there is no room for them: %2; free some space, or set XDG_CACHE_HOME to a folder on another disk</source>
        <translation>die Merkmale brauchen %1 MB, und dafür ist kein Platz: %2; Platz schaffen oder XDG_CACHE_HOME auf einen Ordner eines anderen Datenträgers setzen</translation>
    </message>
    <message>
        <source>Features are kept in memory and computed again next time: %1</source>
        <translation>Merkmale bleiben im Speicher und werden das nächste Mal neu berechnet: %1</translation>
    </message>
    <message>
        <source>1 clip cannot be read and is left out: %1: %2</source>
        <translation>1 Clip kann nicht gelesen werden und bleibt weg: %1: %2</translation>
    </message>
    <message>
        <source>%1 clips cannot be read and are left out, the first %2: %3</source>
        <translation>%1 Clips können nicht gelesen werden und bleiben weg, der erste %2: %3</translation>
    </message>
    <message>
        <source>1 clip gives no features and is left out (%1): damaged, or shorter than one window</source>
        <translation>1 Clip ergibt keine Merkmale und bleibt weg (%1): beschädigt oder kürzer als ein Fenster</translation>
    </message>
    <message>
        <source>%1 clips give no features and are left out (the first is %2): damaged, or shorter than one window</source>
        <translation>%1 Clips ergeben keine Merkmale und bleiben weg (der erste ist %2): beschädigt oder kürzer als ein Fenster</translation>
    </message>
    <message>
        <source>A file of features was damaged while it was in use: it is made anew</source>
        <translation>Eine Merkmalsdatei wurde während der Benutzung beschädigt: sie wird neu erstellt</translation>
    </message>
    <message>
        <source>the file with the features was damaged while it was in use; try again: it is made anew</source>
        <translation>die Datei mit den Merkmalen wurde während der Benutzung beschädigt; noch einmal versuchen: sie wird neu erstellt</translation>
    </message>
    <message>
        <source>none of the clips to judge on can be read; check the data set %1</source>
        <translation>keiner der Clips, nach denen geurteilt wird, kann gelesen werden; den Datensatz %1 prüfen</translation>
    </message>
    <message>
        <source>it has no settings</source>
        <translation>sie hat keine Einstellungen</translation>
    </message>
    <message>
        <source>a trial has the number %1, which cannot be</source>
        <translation>ein Versuch hat die Nummer %1, die es nicht geben kann</translation>
    </message>
    <message>
        <source>the table of the trials is damaged</source>
        <translation>die Tabelle der Versuche ist beschädigt</translation>
    </message>
    <message>
        <source>trial %1 is lost: its row cannot be read</source>
        <translation>Versuch %1 ist verloren: seine Zeile kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>trial %1 cannot be read: %2</source>
        <translation>Versuch %1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>the weights of trial %1 cannot be read: %2</source>
        <translation>die Gewichte von Versuch %1 können nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>the checkpoint of trial %1 cannot be read, so it is trained anew: %2</source>
        <translation>der Zwischenstand von Versuch %1 kann nicht gelesen werden, er wird darum neu trainiert: %2</translation>
    </message>
    <message>
        <source>the final training of trial %1 cannot be read: %2</source>
        <translation>das abschließende Training von Versuch %1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>the weights of trial %1 are missing</source>
        <translation>die Gewichte von Versuch %1 fehlen</translation>
    </message>
    <message>
        <source>there is already a file %1; choose another name</source>
        <translation>es gibt schon eine Datei %1; einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>a page of the file is damaged</source>
        <translation>eine Seite der Datei ist beschädigt</translation>
    </message>
    <message>
        <source>rows of a trial that is not there, in the table</source>
        <translation>Zeilen eines Versuchs, den es nicht gibt, in der Tabelle</translation>
    </message>
    <message>
        <source>the settings cannot be read: %1</source>
        <translation>die Einstellungen können nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>%1 is damaged (%2); kinglet study repair saves what can be read of it</source>
        <translation>%1 ist beschädigt (%2); kinglet study repair sichert, was davon lesbar ist</translation>
    </message>
    <message>
        <source>nothing can be saved of %1, since its settings cannot be read: %2</source>
        <translation>von %1 lässt sich nichts sichern, weil die Einstellungen nicht gelesen werden können: %2</translation>
    </message>
    <message>
        <source>%1 changes too quickly to be read; try again when the search is done</source>
        <translation>%1 ändert sich zu schnell, um gelesen zu werden; noch einmal versuchen, wenn die Suche fertig ist</translation>
    </message>
    <message>
        <source>the study lies in a network folder (%1): search it from one computer at a time; saving takes longer there</source>
        <translation>die Studie liegt in einem Netzwerkordner (%1): immer nur von einem Rechner aus suchen; Sichern dauert dort länger</translation>
    </message>
    <message>
        <source>another program holds the study&apos;s file: the search waits for it, up to %1 minutes</source>
        <translation>ein anderes Programm hält die Datei der Studie: die Suche wartet darauf, bis zu %1 Minuten</translation>
    </message>
    <message>
        <source>the last %1 trials ended with the same fault: %2</source>
        <translation>die letzten %1 Versuche endeten mit demselben Fehler: %2</translation>
    </message>
    <message>
        <source>the last %1 trials failed, the last one so: %2</source>
        <translation>die letzten %1 Versuche sind gescheitert, der letzte so: %2</translation>
    </message>
    <message>
        <source>cannot write %1: its folder is read-only or the disk is full; it can only be read</source>
        <translation>%1 kann nicht geschrieben werden: der Ordner ist schreibgeschützt oder der Datenträger voll; sie kann nur gelesen werden</translation>
    </message>
    <message>
        <source>cannot go on with %1: its folder is read-only or the disk is full; it can only be read</source>
        <translation>mit %1 geht es nicht weiter: der Ordner ist schreibgeschützt oder der Datenträger voll; sie kann nur gelesen werden</translation>
    </message>
    <message>
        <source>all results are kept, in %1 and in %1-wal beside it, but could not be brought into one file: %2. Keep both together; when the cause is gone, open the study once more</source>
        <translation>alle Ergebnisse sind da, in %1 und in %1-wal daneben, ließen sich aber nicht in eine Datei bringen: %2. Beide zusammen aufheben; ist die Ursache behoben, die Studie noch einmal öffnen</translation>
    </message>
    <message>
        <source>this study cannot be moved</source>
        <translation>diese Studie kann nicht verschoben werden</translation>
    </message>
    <message>
        <source>%1 was made by a newer Kinglet (its version is %2, this one knows up to %3); install that to open it</source>
        <translation>%1 stammt von einem neueren Kinglet (ihre Version ist %2, dieses kennt bis %3); zum Öffnen jenes installieren</translation>
    </message>
    <message>
        <source>this checkpoint is damaged: the training begins anew</source>
        <translation>dieser Zwischenstand ist beschädigt: das Training beginnt neu</translation>
    </message>
    <message>
        <source>train on</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>judge by</source>
        <translation>Urteilen</translation>
    </message>
    <message>
        <source>There is no readable clip to %1: check the data set and its folds.</source>
        <translation>Es gibt keinen lesbaren Clip zum %1: den Datensatz und seine Folds prüfen.</translation>
    </message>
    <message>
        <source>the clock</source>
        <translation>die Uhr</translation>
    </message>
    <message>
        <source>what it knows of its sounds</source>
        <translation>was sie von ihren Klängen weiß</translation>
    </message>
    <message>
        <source>what was suggested twice</source>
        <translation>was zweimal vorgeschlagen wurde</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>schreiben</translation>
    </message>
    <message>
        <source>the network comes from somebody else, and nothing of it was compiled or run</source>
        <translation>das Netz stammt von jemand anderem, und nichts davon wurde übersetzt oder ausgeführt</translation>
    </message>
    <message>
        <source>LiteRT does not run outside of a browser or Python; ./dev bench export runs such files in it</source>
        <translation>LiteRT läuft nur in einem Browser oder in Python; ./dev bench export führt solche Dateien darin aus</translation>
    </message>
    <message>
        <source>layer %1 is of a kind that cannot be exported</source>
        <translation>Schicht %1 ist von einer Art, die nicht exportiert werden kann</translation>
    </message>
    <message>
        <source>the weights %1 have %2 numbers where %3 are needed; train the candidate again</source>
        <translation>die Gewichte %1 haben %2 Zahlen, wo %3 nötig sind; den Kandidaten noch einmal trainieren</translation>
    </message>
    <message>
        <source>the weights %1 are missing; train the candidate again</source>
        <translation>die Gewichte %1 fehlen; den Kandidaten noch einmal trainieren</translation>
    </message>
    <message>
        <source>compiling for %1</source>
        <translation>übersetzen für %1</translation>
    </message>
    <message>
        <source>compile the network for %1</source>
        <translation>das Netz für %1 zu übersetzen</translation>
    </message>
    <message>
        <source>measure the network&apos;s size</source>
        <translation>die Größe des Netzes zu messen</translation>
    </message>
    <message>
        <source>link the network for %1</source>
        <translation>das Netz für %1 zu binden</translation>
    </message>
    <message>
        <source>running on %1</source>
        <translation>ausführen auf %1</translation>
    </message>
    <message>
        <source>run the network on %1</source>
        <translation>das Netz auf %1 auszuführen</translation>
    </message>
    <message>
        <source>the export ran in %1 but did not answer every window</source>
        <translation>der Export lief in %1, antwortete aber nicht auf jedes Fenster</translation>
    </message>
    <message>
        <source>the export ran in %1 but answered otherwise, by up to %2; do not use it, and please report this</source>
        <translation>der Export lief in %1, antwortete aber anders, um bis zu %2; bitte nicht benutzen und melden</translation>
    </message>
    <message>
        <source>running the file in LibTorch</source>
        <translation>die Datei in LibTorch ausführen</translation>
    </message>
    <message>
        <source>LibTorch</source>
        <translation>LibTorch</translation>
    </message>
    <message>
        <source>%1 is not installed (Debian: build-essential)</source>
        <translation>%1 ist nicht installiert (Debian: build-essential)</translation>
    </message>
    <message>
        <source>cannot copy %1: %2</source>
        <translation>%1 kann nicht kopiert werden: %2</translation>
    </message>
    <message>
        <source>building the C sources</source>
        <translation>die C-Quellen übersetzen</translation>
    </message>
    <message>
        <source>build the exported C sources</source>
        <translation>die exportierten C-Quellen zu übersetzen</translation>
    </message>
    <message>
        <source>running the C sources</source>
        <translation>die C-Quellen ausführen</translation>
    </message>
    <message>
        <source>run the exported C sources</source>
        <translation>die exportierten C-Quellen auszuführen</translation>
    </message>
    <message>
        <source>the C compiler of this computer</source>
        <translation>dem C-Compiler dieses Rechners</translation>
    </message>
    <message>
        <source>checking the ONNX file</source>
        <translation>die ONNX-Datei prüfen</translation>
    </message>
    <message>
        <source>it passes the ONNX checker, but node is not installed to run it</source>
        <translation>sie besteht die ONNX-Prüfung, aber node ist nicht installiert, um sie auszuführen</translation>
    </message>
    <message>
        <source>it passes the ONNX checker, but onnxruntime-node is not installed (npm install --ignore-scripts --prefix ~/.local/share/kinglet/runtimes onnxruntime-node)</source>
        <translation>sie besteht die ONNX-Prüfung, aber onnxruntime-node ist nicht installiert (npm install --ignore-scripts --prefix ~/.local/share/kinglet/runtimes onnxruntime-node)</translation>
    </message>
    <message>
        <source>running the ONNX file</source>
        <translation>die ONNX-Datei ausführen</translation>
    </message>
    <message>
        <source>onnxruntime-node</source>
        <translation>onnxruntime-node</translation>
    </message>
    <message>
        <source>the cache needs 1 MB at least; to empty it: kinglet cache --clear</source>
        <translation>der Cache braucht mindestens 1 MB; um ihn zu leeren: kinglet cache --clear</translation>
    </message>
    <message>
        <source>there is no home folder to keep the limit in; set XDG_CONFIG_HOME</source>
        <translation>es gibt keinen persönlichen Ordner, um die Grenze aufzuheben; XDG_CONFIG_HOME setzen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no size; write it with its unit, such as 4 GB or 512 MB</source>
        <translation>„%1“ ist keine Größe; mit der Einheit schreiben, etwa 4 GB oder 512 MB</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not say how to read a data set; say path=COLUMN, label=COLUMN, fold=COLUMN, start=COLUMN, end=COLUMN, duration=COLUMN or source=COLUMN (none for no column), classes=outer, classes=inner, table=none or links=follow, joined by commas</source>
        <translation>„%1“ sagt nicht, wie ein Datensatz zu lesen ist; path=SPALTE, label=SPALTE, fold=SPALTE, start=SPALTE, end=SPALTE, duration=SPALTE oder source=SPALTE (none für keine Spalte), classes=outer, classes=inner, table=none oder links=follow sagen, mit Kommas verbunden</translation>
    </message>
    <message>
        <source>%1 leads outside of the data set&apos;s folder by the link %2; where that is meant: --read-as links=follow</source>
        <translation>%1 führt durch die Verknüpfung %2 aus dem Ordner des Datensatzes heraus; wo das so gemeint ist: --read-as links=follow</translation>
    </message>
    <message>
        <source>fitting the forest</source>
        <translation>den Wald anpassen</translation>
    </message>
    <message>
        <source>This Kinglet and this computer</source>
        <translation>Dieses Kinglet und dieser Computer</translation>
    </message>
    <message>
        <source>What Kinglet did, line by line</source>
        <translation>Was Kinglet getan hat, Zeile für Zeile</translation>
    </message>
    <message>
        <source>The same, earlier</source>
        <translation>Dasselbe, früher</translation>
    </message>
    <message>
        <source>Where Kinglet ended unexpectedly</source>
        <translation>Wo Kinglet unerwartet endete</translation>
    </message>
    <message>
        <source>The study&apos;s settings; of its classes and clips only how many</source>
        <translation>Die Einstellungen der Studie; von ihren Klassen und Clips nur, wie viele</translation>
    </message>
    <message>
        <source>The candidates: parameters, costs, accuracy, how they ended</source>
        <translation>Die Kandidaten: Parameter, Kosten, Genauigkeit, wie sie endeten</translation>
    </message>
    <message>
        <source>Why the study could not be read</source>
        <translation>Warum die Studie nicht gelesen werden konnte</translation>
    </message>
    <message>
        <source>Sounds, and the names of clips, classes and folders</source>
        <translation>Klänge und die Namen von Clips, Klassen und Ordnern</translation>
    </message>
    <message>
        <source>Trained weights, and your notes</source>
        <translation>Trainierte Gewichte und Ihre Notizen</translation>
    </message>
    <message>
        <source>Your name: your home folder is ~, and other names and paths are ‹…›</source>
        <translation>Ihr Name: Ihr persönlicher Ordner ist ~, andere Namen und Pfade sind ‹…›</translation>
    </message>
    <message>
        <source>there is not enough memory to write the report</source>
        <translation>der Speicher reicht nicht, um den Bericht zu schreiben</translation>
    </message>
    <message>
        <source>fitting the process</source>
        <translation>den Prozess anpassen</translation>
    </message>
    <message>
        <source>cannot read %1: it holds a number that is too large</source>
        <translation>%1 kann nicht gelesen werden: eine Zahl darin ist zu groß</translation>
    </message>
    <message>
        <source>%1: by its stamps the samples are less than 10 ns apart; look at its column of times and their unit, or give the rate (--rate)</source>
        <translation>%1: nach den Zeitstempeln liegen die Messwerte weniger als 10 ns auseinander; prüfen Sie die Zeitspalte und ihre Einheit, oder geben Sie die Rate an (--rate)</translation>
    </message>
    <message>
        <source>the computer runs on its battery; the search goes on with mains</source>
        <translation>der Rechner läuft auf Akku; mit Netzstrom geht die Suche weiter</translation>
    </message>
    <message>
        <source>the computer runs on mains again</source>
        <translation>der Rechner läuft wieder am Netz</translation>
    </message>
    <message>
        <source>cannot read %1: it was moved or deleted meanwhile</source>
        <translation>%1 kann nicht gelesen werden: die Datei wurde inzwischen verschoben oder gelöscht</translation>
    </message>
    <message>
        <source>The mean power must be 0 mW or more</source>
        <translation>Die mittlere Leistung muss 0 mW oder mehr sein</translation>
    </message>
    <message>
        <source>The file of boards gives &quot;front_end_core&quot; not above 0 for %1</source>
        <translation>Die Datei der Platinen nennt &quot;front_end_core&quot; für %1 nicht größer als 0</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not where a figure may come from</source>
        <translation>&quot;%1&quot; ist keine Herkunft einer Zahl</translation>
    </message>
    <message>
        <source>&quot;static_power_share&quot; must be 0 to 1</source>
        <translation>&quot;static_power_share&quot; muss 0 bis 1 sein</translation>
    </message>
    <message>
        <source>&quot;clocks_mhz&quot; must be above 0</source>
        <translation>&quot;clocks_mhz&quot; muss größer als 0 sein</translation>
    </message>
    <message>
        <source>clock, supply, power, period and duty must be positive</source>
        <translation>Takt, Versorgung, Leistung, Periode und Auslastung müssen größer als 0 sein</translation>
    </message>
    <message>
        <source>a duty is at most 1</source>
        <translation>eine Auslastung ist höchstens 1</translation>
    </message>
    <message>
        <source>The power between inferences must be 0 mW or more</source>
        <translation>Die Leistung zwischen den Inferenzen muss 0 mW oder mehr sein</translation>
    </message>
    <message>
        <source>The power of microphone and memory must be 0 mW or more</source>
        <translation>Die Leistung von Mikrofon und Speicher muss 0 mW oder mehr sein</translation>
    </message>
    <message>
        <source>This device states no clock, so that none can be chosen</source>
        <translation>Dieses Gerät nennt keinen Takt, sodass keiner gewählt werden kann</translation>
    </message>
    <message>
        <source>A clock must be above 0 and at most the device&apos;s %1 MHz</source>
        <translation>Ein Takt muss größer als 0 sein und höchstens die %1 MHz des Geräts</translation>
    </message>
    <message>
        <source>the limit on power must be above zero</source>
        <translation>die Grenze der Leistung muss größer als null sein</translation>
    </message>
    <message>
        <source>the work of a second takes the device %1</source>
        <translation>für die Arbeit einer Sekunde braucht das Gerät %1</translation>
    </message>
    <message>
        <source>mean power %1 is over the limit of %2</source>
        <translation>die mittlere Leistung %1 liegt über der Grenze von %2</translation>
    </message>
    <message>
        <source>there is no objective &quot;%1&quot;; choose energy or power</source>
        <translation>es gibt kein Ziel &quot;%1&quot;; wählen Sie energy oder power</translation>
    </message>
    <message>
        <source>dilated convolutions were not measured; they are taken as convolutions whose taps lie side by side</source>
        <translation>gedehnte Faltungen wurden nicht gemessen; sie gelten als Faltungen, deren Stützstellen nebeneinander liegen</translation>
    </message>
    <message>
        <source>needs taps 1 or more frames apart that span 4096 at most, not %1 apart</source>
        <translation>braucht Stützstellen in 1 oder mehr Zeitschritten Abstand, die höchstens 4096 umspannen, nicht in %1 Abstand</translation>
    </message>
    <message>
        <source>the search space has no block type &quot;%1&quot;; there are %2</source>
        <translation>der Suchraum kennt keine Blockart „%1“; es gibt %2</translation>
    </message>
    <message>
        <source>there is no built-in search space &quot;%1&quot;</source>
        <translation>es gibt keinen eingebauten Suchraum „%1“</translation>
    </message>
    <message>
        <source>the clock and the active power go together: give both, or none</source>
        <translation>Takt und Leistung gehören zusammen: beide angeben oder keines</translation>
    </message>
    <message>
        <source>the front end&apos;s frames were not counted: %1</source>
        <translation>Die Rahmen des Frontends wurden nicht gezählt: %1</translation>
    </message>
    <message>
        <source>ask the compiler for its version</source>
        <translation>den Compiler nach seiner Version fragen</translation>
    </message>
    <message>
        <source>there is no core &quot;%1&quot; whose instructions are counted; there are %2</source>
        <translation>Es gibt keinen Kern „%1“, dessen Befehle gezählt werden; es gibt %2</translation>
    </message>
    <message>
        <source>%1 states no clock and no power, so it tells no energy; count it anew with --clock-mhz and --power-mw</source>
        <translation>%1 nennt weder Takt noch Leistung und sagt daher keine Energie; mit --clock-mhz und --power-mw neu zählen</translation>
    </message>
    <message>
        <source>&quot;front_end&quot; must be fixed or float</source>
        <translation>„front_end“ muss fixed oder float sein</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was not counted</source>
        <translation>„%1“ wurde nicht gezählt</translation>
    </message>
    <message>
        <source>&quot;clock_mhz&quot; must be above 0</source>
        <translation>„clock_mhz“ muss über 0 sein</translation>
    </message>
    <message>
        <source>names with &quot;_stream&quot; are those of what listens on; choose another prefix than &quot;%1&quot;</source>
        <translation>Namen mit „_stream“ gehören dem, was fortlaufend hört; bitte einen anderen Vorsatz als „%1“ wählen</translation>
    </message>
    <message>
        <source>it would take more memory than whole windows</source>
        <translation>sie bräuchte mehr Speicher als ganze Fenster</translation>
    </message>
    <message>
        <source>the C export answers otherwise where it listens on; please report this</source>
        <translation>der C-Export antwortet anders, wenn er fortlaufend hört; bitte melden</translation>
    </message>
    <message>
        <source>cannot be padded along frequency alone</source>
        <translation>kann nicht allein entlang der Frequenz aufgefüllt werden</translation>
    </message>
    <message>
        <source>takes more frames away than its input has (%1)</source>
        <translation>nimmt mehr Rahmen weg, als seine Eingabe hat (%1)</translation>
    </message>
    <message>
        <source>layer &quot;%1&quot; looks at all of time</source>
        <translation>Schicht „%1“ sieht auf die ganze Zeit</translation>
    </message>
    <message>
        <source>layer &quot;%1&quot; pads along time</source>
        <translation>Schicht „%1“ füllt entlang der Zeit auf</translation>
    </message>
    <message>
        <source>layer &quot;%1&quot; joins maps of different rates</source>
        <translation>Schicht „%1“ verbindet Karten verschiedener Rate</translation>
    </message>
    <message>
        <source>windows that do not overlap share nothing</source>
        <translation>Fenster, die nicht überlappen, teilen nichts</translation>
    </message>
    <message>
        <source>whole windows are less work, as %1 frames have to be taken at once</source>
        <translation>ganze Fenster sind weniger Arbeit, da je %1 Rahmen auf einmal zu nehmen sind</translation>
    </message>
    <message>
        <source>the search space has no time padding &quot;%1&quot;; there are same and valid</source>
        <translation>der Suchraum kennt kein Auffüllen in der Zeit „%1“; es gibt same und valid</translation>
    </message>
    <message>
        <source>%1 knows no power and tells no energy; count it with the clock and power of your board (--clock-mhz, --power-mw)</source>
        <translation>%1 kennt keine Leistung und nennt keine Energie; mit Takt und Leistung der eigenen Platine zählen (--clock-mhz, --power-mw)</translation>
    </message>
    <message>
        <source>it is the network of candidate %1</source>
        <translation>es ist das Netz von Kandidat %1</translation>
    </message>
    <message>
        <source>what you asked for is trained</source>
        <translation>was Sie wollten, ist trainiert</translation>
    </message>
    <message>
        <source>the network that you asked for is not trained: %1</source>
        <translation>das Netz, das Sie wollten, wird nicht trainiert: %1</translation>
    </message>
    <message>
        <source>cannot read %1 as sound: its lists of notes hold lists, and there is nothing else in it</source>
        <translation>%1 lässt sich nicht als Klang lesen: Ihre Notizlisten enthalten Listen, und sonst steht nichts darin</translation>
    </message>
    <message>
        <source>its lists of notes are broken and were left out; the sound is read</source>
        <translation>ihre Notizlisten sind kaputt und wurden weggelassen; der Klang wird gelesen</translation>
    </message>
    <message>
        <source>there is no sound to judge int8 by</source>
        <translation>es gibt keinen Klang, an dem sich int8 beurteilen ließe</translation>
    </message>
    <message>
        <source>the energy of %1 is %2, that of %3 is %4: their difference is no more certain than both</source>
        <translation>die Energie von %1 ist %2, die von %3 ist %4: Ihr Unterschied ist nicht sicherer als beide</translation>
    </message>
    <message>
        <source>the energies are of different runtimes, &quot;%1&quot; and &quot;%2&quot;, and do not compare</source>
        <translation>die Energien gelten für verschiedene Laufzeitumgebungen, „%1“ und „%2“, und lassen sich nicht vergleichen</translation>
    </message>
    <message>
        <source>two to four networks can be compared, not %1</source>
        <translation>zwei bis vier Netze lassen sich vergleichen, nicht %1</translation>
    </message>
    <message>
        <source>cannot read %1: it holds a number that cannot be read</source>
        <translation>%1 kann nicht gelesen werden: eine Zahl darin ist nicht lesbar</translation>
    </message>
    <message>
        <source>cannot read %1: it is not JSON</source>
        <translation>%1 kann nicht gelesen werden: es ist kein JSON</translation>
    </message>
    <message>
        <source>this candidate cannot be asked</source>
        <translation>dieser Kandidat kann nicht gefragt werden</translation>
    </message>
    <message>
        <source>this clip cannot be read, so no network was asked about it</source>
        <translation>dieser Clip ist nicht lesbar, deshalb wurde kein Netz dazu gefragt</translation>
    </message>
    <message>
        <source>this clip cannot be read, so it is not trained on</source>
        <translation>dieser Clip ist nicht lesbar, deshalb wird mit ihm nicht trainiert</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::ArchitectureView</name>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Output t×f×c</source>
        <translation>Ausgabe t×f×k</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>MACs</translation>
    </message>
    <message>
        <source>Energy, %1</source>
        <translation>Energie, %1</translation>
    </message>
    <message>
        <source>bottleneck, %1</source>
        <translation>Engpass, %1</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>The network&apos;s layers and what each costs appear here. Select a candidate on the plot or in the table.</source>
        <translation>Hier erscheinen die Schichten des Netzes und was jede kostet. Wählen Sie einen Kandidaten im Diagramm oder in der Tabelle.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Flash</source>
        <translation>Flash</translation>
    </message>
    <message>
        <source>RAM while it runs</source>
        <translation>RAM, während sie läuft</translation>
    </message>
    <message>
        <source>Reads, writes</source>
        <translation>Liest, schreibt</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>Of all</source>
        <translation>Vom Ganzen</translation>
    </message>
    <message>
        <source>The bottleneck: no other layer takes more.</source>
        <translation>Der Engpass: keine andere Schicht braucht mehr.</translation>
    </message>
    <message>
        <source>Layer %1: %2</source>
        <translation>Schicht %1: %2</translation>
    </message>
    <message>
        <source>front end: %1 mels, hop %2 ms</source>
        <translation>Frontend: %1 Mel-Bänder, Schritt %2 ms</translation>
    </message>
    <message>
        <source>Layers: %1</source>
        <translation>Schichten: %1</translation>
    </message>
    <message>
        <source>Flash %1, RAM %2</source>
        <translation>Flash %1, RAM %2</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::BatteryPanel</name>
    <message>
        <source>phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>watch</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>earphones</source>
        <translation>Ohrhörer</translation>
    </message>
    <message>
        <source>Battery a day</source>
        <translation>Akku pro Tag</translation>
    </message>
    <message>
        <source>Click a battery to reckon with it everywhere</source>
        <translation>Ein Klick auf einen Akku, und überall wird mit ihm gerechnet</translation>
    </message>
    <message>
        <source>own</source>
        <translation>eigener</translation>
    </message>
    <message>
        <source>What a candidate takes of a battery a day appears here. Select one.</source>
        <translation>Hier erscheint, was ein Kandidat am Tag vom Akku verbraucht. Wählen Sie einen aus.</translation>
    </message>
    <message>
        <source>%1 a day</source>
        <translation>%1 am Tag</translation>
    </message>
    <message>
        <source>%1 all day</source>
        <translation>%1 den ganzen Tag</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::CandidateMenu</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Stop this one</source>
        <translation>Diesen stoppen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Explain the energy</source>
        <translation>Energie erklären</translation>
    </message>
    <message>
        <source>Export the network …</source>
        <translation>Netz exportieren …</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::CandidateTable</name>
    <message>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <source>Filter: energy&lt;0.5 acc&gt;80 front -stopped</source>
        <translation>Filter: energy&lt;0.5 acc&gt;80 front -stopped</translation>
    </message>
    <message>
        <source>Filter the candidates</source>
        <translation>Kandidaten filtern</translation>
    </message>
    <message>
        <source>Words, states (front, starred, running, finished, stopped, failed, baseline) and comparisons of error, accuracy, energy (mJ), latency (ms), flash, ram, memory (kB), macs, params, battery (% a day); all must hold. A leading - turns one around.</source>
        <translation>Wörter, Zustände (Front, markiert, läuft, fertig, gestoppt, gescheitert, Vergleichsnetz) und Vergleiche von error, accuracy, energy (mJ), latency (ms), flash, ram, memory (kB), macs, params, battery (% am Tag); alle müssen gelten. Ein - davor kehrt um.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Candidates will stand here, one a row, as they are trained. Start the search to see them.</source>
        <translation>Hier stehen die Kandidaten, einer je Zeile, sobald sie trainiert werden. Starten Sie die Suche, um sie zu sehen.</translation>
    </message>
    <message>
        <source>No candidate matches the filter. Clear it to see all %1.</source>
        <translation>Kein Kandidat passt zum Filter. Leeren Sie ihn, um alle %1 zu sehen.</translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation>Gewählte Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy all shown rows</source>
        <translation>Alle gezeigten Zeilen kopieren</translation>
    </message>
    <message>
        <source>Candidates: %1</source>
        <translation>Kandidaten: %1</translation>
    </message>
    <message>
        <source>Brushed: %1. A click lets go of it</source>
        <translation>Eingegrenzt: %1. Ein Klick hebt es auf</translation>
    </message>
    <message>
        <source>No candidate lies in what is brushed and matches the filter. Let go of it to see all %1.</source>
        <translation>Kein Kandidat liegt im Eingegrenzten und passt zum Filter. Heben Sie es auf, um alle %1 zu sehen.</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::ClassAccuracyView</name>
    <message>
        <source>Accuracy of each class</source>
        <translation>Genauigkeit je Klasse</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::Compare</name>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>Kern</translation>
    </message>
    <message>
        <source>stride</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>dilation</source>
        <translation>Dehnung</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>Auffüllung</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>batch norm</source>
        <translation>Batch-Norm</translation>
    </message>
    <message>
        <source>begin</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>reads</source>
        <translation>liest</translation>
    </message>
    <message>
        <source>Candidate %1</source>
        <translation>Kandidat %1</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>Ausgewogene Genauigkeit</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Mean power</source>
        <translation>Mittlere Leistung</translation>
    </message>
    <message>
        <source>Flash</source>
        <translation>Flash</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>RAM</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>MACs</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>shape follows</source>
        <translation>Form folgt</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugekommen</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>moved from here</source>
        <translation>von hier verschoben</translation>
    </message>
    <message>
        <source>moved here</source>
        <translation>hierher verschoben</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <comment>filters 16 → 24</comment>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>%1 hinzugekommen</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>%1 edited</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>%1 moved</source>
        <translation>%1 verschoben</translation>
    </message>
    <message>
        <source>%1 of another shape only</source>
        <translation>%1 nur von anderer Form</translation>
    </message>
    <message>
        <source>another front end</source>
        <translation>ein anderes Frontend</translation>
    </message>
    <message>
        <source>the same layers</source>
        <translation>dieselben Schichten</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Punkte</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::ComparedFigures</name>
    <message>
        <source>Figures compared</source>
        <translation>Werte im Vergleich</translation>
    </message>
    <message>
        <source>%1 mels, %2 ms, %3 s</source>
        <translation>%1 Mel, %2 ms, %3 s</translation>
    </message>
    <message>
        <source>Front end</source>
        <translation>Frontend</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::ConfusionDifferenceView</name>
    <message>
        <source>Difference of the confusions</source>
        <translation>Unterschied der Verwechslungen</translation>
    </message>
    <message>
        <source>Confusions compare where both were judged by the same clips, each of one class.</source>
        <translation>Verwechslungen lassen sich vergleichen, wo beide an denselben Clips beurteilt wurden, jeder von einer Klasse.</translation>
    </message>
    <message>
        <source>%1, recognised: %2</source>
        <translation>%1, erkannt: %2</translation>
    </message>
    <message>
        <source>%1, taken for %2: %3</source>
        <translation>%1, für %2 gehalten: %3</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::ConfusionView</name>
    <message>
        <source>Confusion matrix</source>
        <translation>Verwechslungsmatrix</translation>
    </message>
    <message>
        <source>What was taken for what appears here once a candidate with validation figures is selected.</source>
        <translation>Was wofür gehalten wurde, erscheint hier, sobald ein Kandidat mit Validierungswerten gewählt ist.</translation>
    </message>
    <message>
        <source>%1, recognised</source>
        <translation>%1, erkannt</translation>
    </message>
    <message>
        <source>%1, taken for %2</source>
        <translation>%1, für %2 gehalten</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>Clips</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>taken for</source>
        <translation>gehalten für</translation>
    </message>
    <message>
        <source>true class</source>
        <translation>wahre Klasse</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::EnergyErrorTable</name>
    <message>
        <source>random forest</source>
        <translation>Random Forest</translation>
    </message>
    <message>
        <source>Gaussian process</source>
        <translation>Gauß-Prozess</translation>
    </message>
    <message>
        <source>device profile</source>
        <translation>Geräteprofil</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>What predicts</source>
        <translation>Was vorhersagt</translation>
    </message>
    <message>
        <source>MAPE</source>
        <translation>MAPE</translation>
    </message>
    <message>
        <source>Mean absolute percentage error</source>
        <translation>Mittlerer absoluter prozentualer Fehler</translation>
    </message>
    <message>
        <source>RMSPE</source>
        <translation>RMSPE</translation>
    </message>
    <message>
        <source>Root mean squared percentage error: large misses count more</source>
        <translation>Wurzel des mittleren quadratischen prozentualen Fehlers: große Fehler zählen mehr</translation>
    </message>
    <message>
        <source>Within 10 %</source>
        <translation>Bis 10 % daneben</translation>
    </message>
    <message>
        <source>Share of predictions within 10 % of the measurement</source>
        <translation>Anteil der Vorhersagen, die höchstens 10 % neben der Messung liegen</translation>
    </message>
    <message>
        <source>Within 20 %</source>
        <translation>Bis 20 % daneben</translation>
    </message>
    <message>
        <source>Share of predictions within 20 % of the measurement</source>
        <translation>Anteil der Vorhersagen, die höchstens 20 % neben der Messung liegen</translation>
    </message>
    <message>
        <source>Rank ρ</source>
        <translation>Rang-ρ</translation>
    </message>
    <message>
        <source>Spearman&apos;s rho: whether the order is right, 1 at best</source>
        <translation>Spearmans Rho: ob die Reihenfolge stimmt, im besten Fall 1</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>Share of measurements inside their 90 % interval; 90 % is right</source>
        <translation>Anteil der Messungen in ihrem 90-%-Intervall; 90 % ist richtig</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Messungen</translation>
    </message>
    <message>
        <source>Errors of the prediction</source>
        <translation>Fehler der Vorhersage</translation>
    </message>
    <message>
        <source>%1 (in use)</source>
        <translation>%1 (in Gebrauch)</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::EnergyExplainPanel</name>
    <message>
        <source>Why a figure is what it is appears here. Click an energy figure of a candidate.</source>
        <translation>Hier erscheint, warum ein Wert so ist, wie er ist. Klicken Sie auf den Energiewert eines Kandidaten.</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>9 times in 10</source>
        <translation>9 von 10 Mal</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Layers that make the figure</source>
        <translation>Schichten, die den Wert ausmachen</translation>
    </message>
    <message>
        <source>Measured example</source>
        <translation>Gemessenes Beispiel</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Vorhergesagt</translation>
    </message>
    <message>
        <source>Off by</source>
        <translation>Daneben um</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Nearest measured examples</source>
        <translation>Nächste gemessene Beispiele</translation>
    </message>
    <message>
        <source>What to measure next …</source>
        <translation>Was als Nächstes messen …</translation>
    </message>
    <message>
        <source>Explanation of the energy figure</source>
        <translation>Erklärung des Energiewerts</translation>
    </message>
    <message>
        <source>Outside of what was measured: %1</source>
        <translation>Außerhalb des Gemessenen: %1</translation>
    </message>
    <message>
        <source>There are no measured examples to compare with.</source>
        <translation>Es gibt keine gemessenen Beispiele zum Vergleich.</translation>
    </message>
    <message>
        <source>Nearest measured examples to %1 (distance under 1 is alike, over 3 far)</source>
        <translation>Nächste gemessene Beispiele zu %1 (Abstand unter 1: ähnlich, über 3: weit weg)</translation>
    </message>
    <message>
        <source>Nearest measured networks (distance under 1 is alike, over 3 far)</source>
        <translation>Nächste gemessene Netze (Abstand unter 1: ähnlich, über 3: weit weg)</translation>
    </message>
    <message>
        <source>Front end</source>
        <translation>Frontend</translation>
    </message>
    <message>
        <source>Log-mel spectrogram: an assumption, see the source above</source>
        <translation>Log-Mel-Spektrogramm: eine Annahme, siehe die Quelle oben</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::EnergyFigure</name>
    <message>
        <source>Energy per inference: %1, %2</source>
        <translation>Energie je Inferenz: %1, %2</translation>
    </message>
    <message>
        <source>Opens the explanation of this figure</source>
        <translation>Öffnet die Erklärung dieses Werts</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::GraphDiffView</name>
    <message>
        <source>front end: %1 mels, hop %2 ms</source>
        <translation>Frontend: %1 Mel-Bänder, Schritt %2 ms</translation>
    </message>
    <message>
        <source>%1, %2 filters</source>
        <comment>pointwise, relu, 24 filters</comment>
        <translation>%1, %2 Filter</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>%1, difference</source>
        <translation>%1, Unterschied</translation>
    </message>
    <message>
        <source>The layers of two candidates, beside each other.</source>
        <translation>Die Schichten zweier Kandidaten nebeneinander.</translation>
    </message>
    <message>
        <source>Difference of the layers</source>
        <translation>Unterschied der Schichten</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::HypervolumePlot</name>
    <message>
        <source>Hypervolume</source>
        <translation>Hypervolumen</translation>
    </message>
    <message>
        <source>How the front grows appears here with the first candidate that ends.</source>
        <translation>Wie die Front wächst, erscheint hier mit dem ersten Kandidaten, der endet.</translation>
    </message>
    <message>
        <source>Time searched</source>
        <translation>Gesuchte Zeit</translation>
    </message>
    <message>
        <source>Candidates ended</source>
        <translation>Beendete Kandidaten</translation>
    </message>
    <message>
        <source>Candidate %1</source>
        <translation>Kandidat %1</translation>
    </message>
    <message>
        <source>Gained</source>
        <translation>Gewonnen</translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation>Vorgeschlagen von</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::ImportanceBars</name>
    <message>
        <source>Importance</source>
        <translation>Wichtigkeit</translation>
    </message>
    <message>
        <source>What matters most appears here once enough candidates have been trained.</source>
        <translation>Was am meisten zählt, erscheint hier, sobald genug Kandidaten trainiert sind.</translation>
    </message>
    <message>
        <source>%1 others</source>
        <translation>%1 weitere</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::Layer</name>
    <message>
        <source>convolution</source>
        <translation>Faltung</translation>
    </message>
    <message>
        <source>depthwise</source>
        <translation>tiefenweise</translation>
    </message>
    <message>
        <source>pointwise</source>
        <translation>punktweise</translation>
    </message>
    <message>
        <source>convolution over time</source>
        <translation>Faltung über die Zeit</translation>
    </message>
    <message>
        <source>frequency to channels</source>
        <translation>Frequenz zu Kanälen</translation>
    </message>
    <message>
        <source>add</source>
        <translation>Addition</translation>
    </message>
    <message>
        <source>concatenate</source>
        <translation>Verkettung</translation>
    </message>
    <message>
        <source>split</source>
        <translation>Teilung</translation>
    </message>
    <message>
        <source>channel shuffle</source>
        <translation>Kanaltausch</translation>
    </message>
    <message>
        <source>squeeze-excite</source>
        <translation>Squeeze-Excite</translation>
    </message>
    <message>
        <source>max pool</source>
        <translation>Max-Pooling</translation>
    </message>
    <message>
        <source>average pool</source>
        <translation>Mittel-Pooling</translation>
    </message>
    <message>
        <source>global average pool</source>
        <translation>globales Mittel-Pooling</translation>
    </message>
    <message>
        <source>dense</source>
        <translation>vollverbunden</translation>
    </message>
    <message>
        <source>, stride %1</source>
        <translation>, Schritt %1</translation>
    </message>
    <message>
        <source>, stride %1×%2</source>
        <translation>, Schritt %1×%2</translation>
    </message>
    <message>
        <source>, %1 units</source>
        <translation>, %1 Einheiten</translation>
    </message>
    <message>
        <source>, %1 groups</source>
        <translation>, %1 Gruppen</translation>
    </message>
    <message>
        <source>dilated convolution over time</source>
        <translation>gedehnte Faltung über die Zeit</translation>
    </message>
    <message>
        <source>, dilation %1</source>
        <translation>, Dehnung %1</translation>
    </message>
    <message>
        <source>crop in time</source>
        <translation>Zuschnitt in der Zeit</translation>
    </message>
    <message>
        <source>, %1 frames at either end</source>
        <translation>, %1 Rahmen an jedem Ende</translation>
    </message>
    <message>
        <source>, no padding in time</source>
        <translation>, in der Zeit nicht aufgefüllt</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::LearningCurves</name>
    <message>
        <source>Learning curves</source>
        <translation>Lernkurven</translation>
    </message>
    <message>
        <source>Left and Right read the selected curve epoch by epoch</source>
        <translation>Links und Rechts lesen die gewählte Kurve Epoche für Epoche</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Learning curves appear after the first epoch of a candidate.</source>
        <translation>Lernkurven erscheinen nach der ersten Epoche eines Kandidaten.</translation>
    </message>
    <message>
        <source>%1 would stop here</source>
        <translation>%1 würde hier stoppen</translation>
    </message>
    <message>
        <source>stopped after epoch %1</source>
        <translation>gestoppt nach Epoche %1</translation>
    </message>
    <message>
        <source>%1, epoch %2</source>
        <translation>%1, Epoche %2</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>Trainingsverlust</translation>
    </message>
    <message>
        <source>Time of the epoch</source>
        <translation>Dauer der Epoche</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::MeanPowerPanel</name>
    <message>
        <source>Mean power while listening</source>
        <translation>Mittlere Leistung beim Lauschen</translation>
    </message>
    <message>
        <source>Mean power</source>
        <translation>Mittlere Leistung</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Parts of the mean power</source>
        <translation>Teile der mittleren Leistung</translation>
    </message>
    <message>
        <source>computes %1 of the time</source>
        <translation>rechnet %1 der Zeit</translation>
    </message>
    <message>
        <source>The work of a second takes %1: it cannot keep up. A faster clock or fewer inferences a second would help.</source>
        <translation>Die Arbeit einer Sekunde dauert %1: Es kommt nicht mit. Ein schnellerer Takt oder weniger Inferenzen je Sekunde würden helfen.</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::MeasuredPlot</name>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Vorhergesagt</translation>
    </message>
    <message>
        <source>9 times in 10 between</source>
        <translation>9 von 10 Mal zwischen</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>Off by</source>
        <translation>Daneben um</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>MACs</translation>
    </message>
    <message>
        <source>Predicted energy against measured</source>
        <translation>Vorhergesagte Energie gegen gemessene</translation>
    </message>
    <message>
        <source>Measured energy</source>
        <translation>Gemessene Energie</translation>
    </message>
    <message>
        <source>Predicted, from the others</source>
        <translation>Vorhergesagt, aus den anderen</translation>
    </message>
    <message>
        <source>Measured and predicted energies appear here. Import a table of measurements.</source>
        <translation>Gemessene und vorhergesagte Energien erscheinen hier. Importieren Sie eine Tabelle von Messungen.</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::NextMeasurementTable</name>
    <message>
        <source>Export the work list …</source>
        <translation>Arbeitsliste exportieren …</translation>
    </message>
    <message>
        <source>Import measurements …</source>
        <translation>Messungen importieren …</translation>
    </message>
    <message>
        <source>Work it out</source>
        <translation>Ausrechnen</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Vorhergesagt</translation>
    </message>
    <message>
        <source>9 times in 10</source>
        <translation>9 von 10 Mal</translation>
    </message>
    <message>
        <source>Front sure to ±, now</source>
        <translation>Front sicher auf ±, jetzt</translation>
    </message>
    <message>
        <source>after measuring</source>
        <translation>nach der Messung</translation>
    </message>
    <message>
        <source>What to measure next</source>
        <translation>Was als Nächstes messen</translation>
    </message>
    <message>
        <source>Candidate %1</source>
        <translation>Kandidat %1</translation>
    </message>
    <message>
        <source>%1, measured %2</source>
        <translation>%1, gemessen %2</translation>
    </message>
    <message>
        <source>Which networks to measure next, so that the energies of the front become surer, appears here. It needs a front.</source>
        <translation>Welche Netze als Nächstes zu messen sind, damit die Energien der Front sicherer werden, erscheint hier. Dazu braucht es eine Front.</translation>
    </message>
    <message>
        <source>Measured in this order, these make the energies on the front surer the fastest: from ±%1 to ±%2.</source>
        <translation>In dieser Reihenfolge gemessen, machen sie die Energien der Front am schnellsten sicherer: von ±%1 auf ±%2.</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::OriginPanel</name>
    <message>
        <source>Proposed by</source>
        <translation>Vorgeschlagen von</translation>
    </message>
    <message>
        <source>Parents</source>
        <translation>Eltern</translation>
    </message>
    <message>
        <source>Expected gain</source>
        <translation>Erwarteter Gewinn</translation>
    </message>
    <message>
        <source>Predicted error</source>
        <translation>Vorhergesagter Fehler</translation>
    </message>
    <message>
        <source>What came</source>
        <translation>Was kam</translation>
    </message>
    <message>
        <source>The hypervolume that the strategy expected this candidate to add, before it was trained</source>
        <translation>Das Hypervolumen, das sich die Strategie von diesem Kandidaten versprach, bevor er trainiert wurde</translation>
    </message>
    <message>
        <source>Select a candidate to see who proposed it and why.</source>
        <translation>Wählen Sie einen Kandidaten, um zu sehen, wer ihn warum vorschlug.</translation>
    </message>
    <message>
        <source>Origin of the candidate</source>
        <translation>Herkunft des Kandidaten</translation>
    </message>
    <message>
        <source>nobody: it is a baseline</source>
        <translation>niemandem: Es ist ein Vergleichsnetz</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>nicht festgehalten</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 ± %2 (one standard deviation)</source>
        <translation>%1 ± %2 (eine Standardabweichung)</translation>
    </message>
    <message>
        <source>none: this strategy does not predict</source>
        <translation>keiner: Diese Strategie sagt nichts vorher</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>%1, better by %2 standard deviations</source>
        <translation>%1, um %2 Standardabweichungen besser</translation>
    </message>
    <message>
        <source>%1, worse by %2 standard deviations</source>
        <translation>%1, um %2 Standardabweichungen schlechter</translation>
    </message>
    <message>
        <source> (stopped early)</source>
        <translation> (früh gestoppt)</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::ParallelPlot</name>
    <message>
        <source>Parallel coordinates</source>
        <translation>Parallele Koordinaten</translation>
    </message>
    <message>
        <source>Left and Right go from axis to axis, Up and Down from candidate to candidate, [ and ] brush from and up to the chosen one, Delete lets go</source>
        <translation>Links und Rechts gehen von Achse zu Achse, Auf und Ab von Kandidat zu Kandidat, [ und ] grenzen von und bis zum gewählten ein, Entf hebt auf</translation>
    </message>
    <message>
        <source>What candidates are made of and what they reach appears here, a line each, once the search has begun.</source>
        <translation>Woraus Kandidaten bestehen und was sie erreichen, erscheint hier, je eine Linie, sobald die Suche begonnen hat.</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::ParetoCanvas</name>
    <message>
        <source>Pareto plot</source>
        <translation>Pareto-Diagramm</translation>
    </message>
    <message>
        <source>Left and Right walk the front, Enter opens a candidate, 0 shows everything</source>
        <translation>Links und Rechts gehen die Front entlang, Eingabe öffnet einen Kandidaten, 0 zeigt alles</translation>
    </message>
    <message>
        <source>Each trained candidate will appear here as a point. Start the search to see the front grow.</source>
        <translation>Jeder trainierte Kandidat erscheint hier als Punkt. Starten Sie die Suche, um die Front wachsen zu sehen.</translation>
    </message>
    <message>
        <source>No candidate has both figures of these axes yet. The first appears after its first epoch.</source>
        <translation>Noch hat kein Kandidat beide Werte dieser Achsen. Der erste erscheint nach seiner ersten Epoche.</translation>
    </message>
    <message>
        <source>knee</source>
        <translation>Knie</translation>
    </message>
    <message>
        <source>best within the battery limit</source>
        <translation>bester innerhalb der Akkugrenze</translation>
    </message>
    <message>
        <source>best within the limit</source>
        <translation>bester innerhalb der Grenze</translation>
    </message>
    <message>
        <source>as changed</source>
        <translation>wie geändert</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::ParetoLegend</name>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::ParetoPlot</name>
    <message>
        <source>on the front</source>
        <translation>auf der Front</translation>
    </message>
    <message>
        <source>dominated</source>
        <translation>dominiert</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>stopped early</source>
        <translation>früh gestoppt</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>markiert</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>Vergleichsnetz</translation>
    </message>
    <message>
        <source>log</source>
        <translation>log</translation>
    </message>
    <message>
        <source>Along the plot (x)</source>
        <translation>Entlang des Diagramms (x)</translation>
    </message>
    <message>
        <source>Up the plot (y)</source>
        <translation>Das Diagramm hinauf (y)</translation>
    </message>
    <message>
        <source>What colour tells</source>
        <translation>Was die Farbe sagt</translation>
    </message>
    <message>
        <source>What size tells</source>
        <translation>Was die Größe sagt</translation>
    </message>
    <message>
        <source>Logarithmic x axis</source>
        <translation>Logarithmische x-Achse</translation>
    </message>
    <message>
        <source>Logarithmic y axis</source>
        <translation>Logarithmische y-Achse</translation>
    </message>
    <message>
        <source>front</source>
        <translation>Front</translation>
    </message>
    <message>
        <source>proposed by</source>
        <translation>vorgeschlagen von</translation>
    </message>
    <message>
        <source>all the same</source>
        <translation>alle gleich</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Zoom so that everything is to be seen (0)</source>
        <translation>So zoomen, dass alles zu sehen ist (0)</translation>
    </message>
    <message>
        <source>&amp;Y</source>
        <translation>&amp;Y</translation>
    </message>
    <message>
        <source>&amp;X</source>
        <translation>&amp;X</translation>
    </message>
    <message>
        <source>Colou&amp;r</source>
        <translation>Fa&amp;rbe</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>&amp;Größe</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::PowerParts</name>
    <message>
        <source>Front end</source>
        <translation>Frontend</translation>
    </message>
    <message>
        <source>Log-mel frames of the sound, each computed once.</source>
        <translation>Log-Mel-Rahmen des Klangs, jeder einmal berechnet.</translation>
    </message>
    <message>
        <source>Inferences</source>
        <translation>Inferenzen</translation>
    </message>
    <message>
        <source>The network, as often as it is asked a second.</source>
        <translation>Das Netz, so oft es je Sekunde gefragt wird.</translation>
    </message>
    <message>
        <source>Wake-ups</source>
        <translation>Aufwachen</translation>
    </message>
    <message>
        <source>Work at every inference beside front end and network.</source>
        <translation>Arbeit bei jeder Inferenz neben Frontend und Netz.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Idle power between inferences: awake, while the microphone&apos;s samples come in.</source>
        <translation>Leerlaufleistung zwischen den Inferenzen: wach, während die Abtastwerte des Mikrofons eintreffen.</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>As stated in the study; drawn all day.</source>
        <translation>Wie in der Studie angegeben; den ganzen Tag gezogen.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>1 inference a second</source>
        <translation>1 Inferenz je Sekunde</translation>
    </message>
    <message>
        <source>%1 inferences a second</source>
        <translation>%1 Inferenzen je Sekunde</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::PowerTracePlot</name>
    <message>
        <source>Power trace</source>
        <translation>Leistungsverlauf</translation>
    </message>
    <message>
        <source>Shift and drag makes a window, Delete removes the chosen one</source>
        <translation>Umschalt und Ziehen macht ein Fenster, Entf entfernt das gewählte</translation>
    </message>
    <message>
        <source>A recorded power trace appears here. Open one to see the energy of an inference.</source>
        <translation>Hier erscheint ein aufgezeichneter Leistungsverlauf. Öffnen Sie einen, um die Energie einer Inferenz zu sehen.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>Window %1</source>
        <translation>Fenster %1</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Inferences</source>
        <translation>Inferenzen</translation>
    </message>
    <message>
        <source>Energy per inference</source>
        <translation>Energie je Inferenz</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::PowerTraceView</name>
    <message>
        <source>Find the windows</source>
        <translation>Fenster finden</translation>
    </message>
    <message>
        <source>Find the windows and the power at rest again; what was moved by hand is lost</source>
        <translation>Fenster und Ruheleistung neu finden; was von Hand verschoben wurde, geht verloren</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Show the whole trace (0)</source>
        <translation>Den ganzen Verlauf zeigen (0)</translation>
    </message>
    <message>
        <source>%1 at rest</source>
        <translation>%1 in Ruhe</translation>
    </message>
    <message>
        <source>%1 on average</source>
        <translation>%1 im Mittel</translation>
    </message>
    <message>
        <source>no windows of work yet</source>
        <translation>noch keine Fenster mit Arbeit</translation>
    </message>
    <message numerus="yes">
        <source>● %1 ± %2 per inference, measured in %n windows</source>
        <translation>
            <numerusform>● %1 ± %2 je Inferenz, gemessen in %n Fenster</numerusform>
            <numerusform>● %1 ± %2 je Inferenz, gemessen in %n Fenstern</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::PredictionPlot</name>
    <message>
        <source>Predicted error against what came</source>
        <translation>Vorhergesagter Fehler gegen das, was kam</translation>
    </message>
    <message>
        <source>Predictions and what came of them appear here once a strategy that predicts has proposed a candidate and it has been trained.</source>
        <translation>Vorhersagen und was aus ihnen wurde erscheinen hier, sobald eine Strategie, die vorhersagt, einen Kandidaten vorgeschlagen hat und er trainiert ist.</translation>
    </message>
    <message>
        <source>Of %1 finished candidates, %2 came within the interval</source>
        <translation>Von %1 fertigen Kandidaten lagen %2 im Intervall</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Vorhergesagt</translation>
    </message>
    <message>
        <source>9 times in 10 between</source>
        <translation>9 von 10 Mal zwischen</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Kam</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation>Vorgeschlagen von</translation>
    </message>
    <message>
        <source>Predicted, with 90 % interval</source>
        <translation>Vorhergesagt, mit 90-%-Intervall</translation>
    </message>
    <message>
        <source>Error that came</source>
        <translation>Fehler, der kam</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::Provenance</name>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>vorhergesagt</translation>
    </message>
    <message>
        <source>modelled</source>
        <translation>modelliert</translation>
    </message>
    <message>
        <source>%1 an inference, %2</source>
        <translation>%1 je Inferenz, %2</translation>
    </message>
    <message>
        <source>9 times in 10 between %1 and %2</source>
        <translation>9 von 10 Mal zwischen %1 und %2</translation>
    </message>
    <message>
        <source>%1 of it in the front end</source>
        <translation>%1 davon im Frontend</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Quelle: %1</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>gezählt</translation>
    </message>
    <message>
        <source>Runtime: %1</source>
        <translation>Laufzeitumgebung: %1</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::Quantity</name>
    <message>
        <source>Validation error</source>
        <translation>Validierungsfehler</translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation>Validierungsgenauigkeit</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>Ausgewogene Genauigkeit</translation>
    </message>
    <message>
        <source>Mean average precision</source>
        <translation>Mittlere Average Precision</translation>
    </message>
    <message>
        <source>Energy per inference</source>
        <translation>Energie je Inferenz</translation>
    </message>
    <message>
        <source>Battery per day</source>
        <translation>Akku pro Tag</translation>
    </message>
    <message>
        <source>Battery life</source>
        <translation>Akkulaufzeit</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Multiply-accumulates (MACs)</source>
        <translation>Multiplikationen mit Addition (MACs)</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Flash</source>
        <translation>Flash</translation>
    </message>
    <message>
        <source>Peak RAM</source>
        <translation>RAM-Spitze</translation>
    </message>
    <message>
        <source>Memory (flash and peak RAM)</source>
        <translation>Speicher (Flash und RAM-Spitze)</translation>
    </message>
    <message>
        <source>Epochs trained</source>
        <translation>Trainierte Epochen</translation>
    </message>
    <message>
        <source>Training time</source>
        <translation>Trainingszeit</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>mAP</source>
        <translation>mAP</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>Battery/day</source>
        <translation>Akku/Tag</translation>
    </message>
    <message>
        <source>Life</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>MACs</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Mean power while listening</source>
        <translation>Mittlere Leistung beim Lauschen</translation>
    </message>
    <message>
        <source>Mean power</source>
        <translation>Mittlere Leistung</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::ResidualPlot</name>
    <message>
        <source>Errors of the prediction by size</source>
        <translation>Fehler der Vorhersage nach Größe</translation>
    </message>
    <message>
        <source>Measured energy</source>
        <translation>Gemessene Energie</translation>
    </message>
    <message>
        <source>Predicted too high or too low (%)</source>
        <translation>Zu hoch oder zu niedrig vorhergesagt (%)</translation>
    </message>
    <message>
        <source>How far predictions are off appears here, by size. Import a table of measurements.</source>
        <translation>Wie weit Vorhersagen danebenliegen, erscheint hier nach Größe. Importieren Sie eine Tabelle von Messungen.</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::SpectrogramPlot</name>
    <message>
        <source>Spectrogram</source>
        <translation>Spektrogramm</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Level (dB)</source>
        <translation>Pegel (dB)</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 dB</source>
        <translation>%1 · %2 · %3 dB</translation>
    </message>
    <message>
        <source>against: %1</source>
        <translation>dagegen: %1</translation>
    </message>
    <message>
        <source>for: %1</source>
        <translation>dafür: %1</translation>
    </message>
    <message>
        <source>Box: %1 · %2 to %3 · %4 dB on average</source>
        <translation>Rahmen: %1 · %2 bis %3 · im Mittel %4 dB</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Frequenz</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::SpectrogramStack</name>
    <message>
        <source>Spectrograms of clips</source>
        <translation>Spektrogramme von Clips</translation>
    </message>
    <message>
        <source>No clip is like this.</source>
        <translation>So ist kein Clip.</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::SpectrogramView</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>The picture of a clip appears here. Choose a clip to see what the network hears.</source>
        <translation>Hier erscheint das Bild eines Clips. Wählen Sie einen, um zu sehen, was das Netz hört.</translation>
    </message>
    <message>
        <source>Stop (L)</source>
        <translation>Stopp (L)</translation>
    </message>
    <message>
        <source>Listen (L)</source>
        <translation>Anhören (L)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Anhören</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Which places of the sound moved the answer: orange speaks for it, blue against it.
To first order, what the log-odds would lose if a place were as loud as its band is on average
(gradient times input; Simonyan et al. 2014, Shrikumar et al. 2016).</source>
        <translation>Welche Stellen des Klangs die Antwort bewegt haben: Orange spricht dafür, Blau dagegen.
In erster Näherung, was die Log-Odds verlören, wäre eine Stelle so laut wie ihr Band im Mittel
(Gradient mal Eingabe; Simonyan u. a. 2014, Shrikumar u. a. 2016).</translation>
    </message>
    <message>
        <source>As trained</source>
        <translation>Wie gelernt</translation>
    </message>
    <message>
        <source>The clip as training shows it to the network: cut, varied and mixed as the recipe says.</source>
        <translation>Der Clip, wie ihn das Training dem Netz zeigt: geschnitten, verändert und gemischt, wie das Rezept es vorgibt.</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>Neu ziehen</translation>
    </message>
    <message>
        <source>Another draw of what training varies</source>
        <translation>Noch einmal ziehen, was das Training verändert</translation>
    </message>
    <message>
        <source>Grey picture</source>
        <translation>Graues Bild</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Click to go there, drag to move along, wheel to zoom.
Shift and drag measures a box. A drag in the waveform chooses a stretch that is played over and over.
Double-click for more room.</source>
        <translation>Klicken geht dorthin, Ziehen verschiebt, das Rad vergrößert.
Ziehen mit der Umschalttaste misst einen Rahmen. Ziehen in der Wellenform wählt einen Abschnitt, der immer wieder gespielt wird.
Doppelklick gibt mehr Platz.</translation>
    </message>
    <message>
        <source>Orange places spoke for its answer, blue ones against it.</source>
        <translation>Orange Stellen sprachen für seine Antwort, blaue dagegen.</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::SpreadStrip</name>
    <message>
        <source>Spread of the prediction</source>
        <translation>Streuung der Vorhersage</translation>
    </message>
    <message>
        <source>%1 values from %2 to %3; the interval is %4 to %5</source>
        <translation>%1 Werte von %2 bis %3; das Intervall ist %4 bis %5</translation>
    </message>
    <message>
        <source>This figure is modelled: there are no trees to ask. Its interval comes from boards left out of the fit.</source>
        <translation>Dieser Wert ist modelliert: Es gibt keine Bäume zu befragen. Sein Intervall kommt von Boards, die bei der Anpassung ausgelassen wurden.</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::StoppingAuditPanel</name>
    <message>
        <source>Use this rule from now on</source>
        <translation>Diese Regel ab jetzt verwenden</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>All rules on this study</source>
        <translation>Alle Regeln an dieser Studie</translation>
    </message>
    <message>
        <source>of all epochs saved</source>
        <translation>aller Epochen gespart</translation>
    </message>
    <message>
        <source>of the hypervolume lost</source>
        <translation>des Hypervolumens verloren</translation>
    </message>
    <message>
        <source>Audit of early stopping</source>
        <translation>Prüfung des frühen Stoppens</translation>
    </message>
    <message>
        <source>It would have stopped %1 of %2 candidates early.</source>
        <translation>Sie hätte %1 von %2 Kandidaten früh gestoppt.</translation>
    </message>
    <message>
        <source>What each rule would have saved appears here once candidates of this study were trained to the end.</source>
        <translation>Was jede Regel gespart hätte, erscheint hier, sobald Kandidaten dieser Studie bis zum Ende trainiert sind.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 of all epochs saved, %2 of the hypervolume lost</source>
        <translation>%1 aller Epochen gespart, %2 des Hypervolumens verloren</translation>
    </message>
    <message>
        <source>%1 more were stopped by the study&apos;s own rule; what they would have come to is not known.</source>
        <translation>%1 weitere stoppte die Regel der Studie selbst; was aus ihnen geworden wäre, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespart</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Share of all epochs</source>
        <translation>Anteil aller Epochen</translation>
    </message>
    <message>
        <source>Share of the hypervolume</source>
        <translation>Anteil des Hypervolumens</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::Strategy</name>
    <message>
        <source>Random</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>Evolution</source>
        <translation>Evolution</translation>
    </message>
    <message>
        <source>NSGA-II</source>
        <translation>NSGA-II</translation>
    </message>
    <message>
        <source>Bayesian</source>
        <translation>Bayes</translation>
    </message>
    <message>
        <source>Hybrid</source>
        <translation>Hybrid</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::TrialCard</name>
    <message>
        <source>Candidate %1</source>
        <translation>Kandidat %1</translation>
    </message>
    <message>
        <source>on the front</source>
        <translation>auf der Front</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation>Epoche %1 von %2</translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation>Vorgeschlagen von</translation>
    </message>
    <message>
        <source>of which</source>
        <translation>davon</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::TrialFilter</name>
    <message>
        <source>front</source>
        <translation>Front</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>markiert</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>Vergleichsnetz</translation>
    </message>
    <message>
        <source>“%1” is not understood. Write it like energy&lt;0.5 or acc&gt;80.</source>
        <translation>„%1“ ist unverständlich. Schreiben Sie es wie energy&lt;0.5 oder acc&gt;80.</translation>
    </message>
    <message>
        <source>There is no “%1”. There are: %2.</source>
        <translation>„%1“ gibt es nicht. Es gibt: %2.</translation>
    </message>
    <message>
        <source>“%1” could be any of: %2.</source>
        <translation>„%1“ könnte jedes von diesen sein: %2.</translation>
    </message>
    <message>
        <source>“%1” is no unit of %2.</source>
        <translation>„%1“ ist keine Einheit von %2.</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::TrialModel</name>
    <message>
        <source>stopped early</source>
        <translation>früh gestoppt</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>epoch %1/%2</source>
        <translation>Epoche %1/%2</translation>
    </message>
    <message>
        <source>on the front</source>
        <translation>auf der Front</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>Vergleichsnetz</translation>
    </message>
    <message>
        <source>Starred. Click to take the star away</source>
        <translation>Markiert. Klick nimmt den Stern weg</translation>
    </message>
    <message>
        <source>Click to star</source>
        <translation>Klick setzt einen Stern</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>markiert</translation>
    </message>
    <message>
        <source>not starred</source>
        <translation>nicht markiert</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation>Vorgeschlagen von</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>cannot be trained</source>
        <translation>nicht trainierbar</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::Units</name>
    <message>
        <source>years</source>
        <translation>Jahre</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
</context>
<context>
    <name>kinglet::widgets::WorkerStatus</name>
    <message>
        <source>%1/%2 trials</source>
        <translation>%1/%2 Versuche</translation>
    </message>
    <message>
        <source>Trials done of those planned</source>
        <translation>Beendete Versuche von den geplanten</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Estimated from the trials so far</source>
        <translation>Geschätzt aus den bisherigen Versuchen</translation>
    </message>
    <message>
        <source>worker %1: %2</source>
        <translation>Worker %1: %2</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>untätig</translation>
    </message>
    <message>
        <source>worker %1: #%2 epoch %3/%4</source>
        <translation>Worker %1: #%2 Epoche %3/%4</translation>
    </message>
    <message>
        <source>worker %1: #%2 %3</source>
        <translation>Worker %1: #%2 %3</translation>
    </message>
    <message>
        <source>Click to select candidate %1</source>
        <translation>Klick wählt Kandidat %1</translation>
    </message>
    <message>
        <source>%1 stopped early</source>
        <translation>%1 früh gestoppt</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 gescheitert</translation>
    </message>
</context>
<context>
    <name>kinglet::window::AccuracyCompare</name>
    <message>
        <source>float</source>
        <translation>Gleitkomma</translation>
    </message>
    <message>
        <source>int8</source>
        <translation>int8</translation>
    </message>
    <message>
        <source>On the validation fold</source>
        <translation>Auf dem Validierungs-Fold</translation>
    </message>
    <message>
        <source>int8 against float</source>
        <translation>int8 gegen Gleitkomma</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Mean average precision</source>
        <translation>Mittlere Average Precision</translation>
    </message>
    <message>
        <source>There are no validation clips to try int8 on.</source>
        <translation>Es gibt keine Validierungsclips, um int8 zu erproben.</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>%1%2 points</source>
        <translation>%1%2 Punkte</translation>
    </message>
    <message>
        <source>Trained on with the quantisation in the loop; calibrated alone it reached %1.</source>
        <translation>Mit der Quantisierung weitertrainiert; nur kalibriert erreichte es %1.</translation>
    </message>
    <message>
        <source>Training on with the quantisation in the loop did not help. Float may be the better choice.</source>
        <translation>Das Weitertrainieren mit der Quantisierung half nicht. Vielleicht ist Gleitkomma die bessere Wahl.</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s).</source>
        <translation>
            <numerusform>%n Clip.</numerusform>
            <numerusform>%n Clips.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kinglet::window::Background</name>
    <message>
        <source>There is not enough memory for this. Close other programs and try again.</source>
        <translation>Dafür reicht der Speicher nicht. Schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Something went wrong that Kinglet did not expect: %1</source>
        <translation>Etwas ging schief, womit Kinglet nicht gerechnet hat: %1</translation>
    </message>
</context>
<context>
    <name>kinglet::window::BatteryForm</name>
    <message>
        <source>phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>watch</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>earphones</source>
        <translation>Ohrhörer</translation>
    </message>
    <message>
        <source>own battery</source>
        <translation>eigener Akku</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>Akku</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Fasst</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>% a day</source>
        <translation>% am Tag</translation>
    </message>
    <message>
        <source>Energy in the full battery. 1 mAh at 3.7 V is 13.3 J.</source>
        <translation>Energie des vollen Akkus. 1 mAh bei 3,7 V sind 13,3 J.</translation>
    </message>
    <message>
        <source>Most of the battery that a day of listening may take, waiting included. It is the limit on mean power in other words: the line on the plot can be dragged.</source>
        <translation>Was ein Tag Lauschen höchstens vom Akku nehmen darf, Warten eingeschlossen. Es ist die Grenze der mittleren Leistung in anderen Worten: Die Linie im Diagramm lässt sich ziehen.</translation>
    </message>
    <message>
        <source>A mean power of 1 mW takes %1 of it a day.</source>
        <translation>1 mW mittlere Leistung nimmt ihm %1 am Tag.</translation>
    </message>
</context>
<context>
    <name>kinglet::window::BoardsPage</name>
    <message>
        <source>A board of mine, at</source>
        <translation>Eine eigene Platine, bei</translation>
    </message>
    <message>
        <source>MHz</source>
        <translation>MHz</translation>
    </message>
    <message>
        <source>mW</source>
        <translation>mW</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Zählen</translation>
    </message>
    <message>
        <source>Save the board …</source>
        <translation>Platine speichern …</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>Platinen</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Platine</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Takt</translation>
    </message>
    <message>
        <source>Active power</source>
        <translation>Aktive Leistung</translation>
    </message>
    <message>
        <source>Its energies are</source>
        <translation>Ihre Energien sind</translation>
    </message>
    <message>
        <source>Core</source>
        <translation>Kern</translation>
    </message>
    <message>
        <source>in integers</source>
        <translation>in Ganzzahlen</translation>
    </message>
    <message>
        <source>in floats</source>
        <translation>in Gleitkomma</translation>
    </message>
    <message>
        <source>Front end</source>
        <translation>Frontend</translation>
    </message>
    <message>
        <source>Without it, the clock and power of a measured board with that core are taken. Of a Cortex-M55 none is known.</source>
        <translation>Ohne sie gelten Takt und Leistung einer gemessenen Platine mit diesem Kern. Von einem Cortex-M55 ist keine bekannt.</translation>
    </message>
    <message>
        <source>Power of my board while it computes</source>
        <translation>Leistung der eigenen Platine beim Rechnen</translation>
    </message>
    <message>
        <source>Kinglet&apos;s C is a runtime of its own: its kernels and front end are compiled for a core, their instructions counted under emulation (QEMU) for many shapes of layers, and timed by the core&apos;s manual. What waits for flash or misses a cache is not in such a count.</source>
        <translation>Kinglets C ist eine Laufzeit für sich: Kernel und Frontend werden für einen Kern übersetzt, ihre Befehle unter Emulation (QEMU) für viele Formen von Schichten gezählt und nach dem Handbuch des Kerns in Zeit gesetzt. Was auf Flash wartet oder einen Cache verfehlt, steckt nicht darin.</translation>
    </message>
    <message>
        <source>Count the exported C</source>
        <translation>Das exportierte C zählen</translation>
    </message>
    <message>
        <source>Boards (*.json)</source>
        <translation>Platinen (*.json)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>It tells no energy before it knows a board: tick “A board of mine” and count again.</source>
        <translation>Sie nennt keine Energie, bevor sie eine Platine kennt: „Eine eigene Platine“ ankreuzen und noch einmal zählen.</translation>
    </message>
    <message>
        <source>%1 is written. A new study can search with it: choose it as the device.</source>
        <translation>%1 ist geschrieben. Eine neue Studie kann damit suchen: Wählen Sie es als Gerät.</translation>
    </message>
</context>
<context>
    <name>kinglet::window::BudgetForm</name>
    <message>
        <source>Draws candidates evenly; a yardstick for the others.</source>
        <translation>Zieht Kandidaten gleichmäßig; ein Maßstab für die anderen.</translation>
    </message>
    <message>
        <source>Changes good candidates a little, and lets old ones die out.</source>
        <translation>Verändert gute Kandidaten ein wenig und lässt alte aussterben.</translation>
    </message>
    <message>
        <source>A population that is sorted by fronts, with crossover.</source>
        <translation>Eine nach Fronten sortierte Population, mit Kreuzung.</translation>
    </message>
    <message>
        <source>Predicts the error, and tries where the front can be expected to gain most.</source>
        <translation>Sagt den Fehler vorher und versucht, wo für die Front am meisten zu erwarten ist.</translation>
    </message>
    <message>
        <source>Bayesian search, evolution and swarms share one history. The best choice, as a rule.</source>
        <translation>Bayes-Suche, Evolution und Schwärme teilen eine Geschichte. In der Regel die beste Wahl.</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>Zeitgrenze</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>The search ends after this time, whatever was reached.</source>
        <translation>Nach dieser Zeit endet die Suche, was immer erreicht ist.</translation>
    </message>
    <message>
        <source>How many candidates are trained in all. More may be added at any time.</source>
        <translation>Wie viele Kandidaten insgesamt trainiert werden. Es können jederzeit mehr werden.</translation>
    </message>
    <message>
        <source>Candidates that train at the same time; each takes one core.</source>
        <translation>Kandidaten, die gleichzeitig trainieren; jeder belegt einen Kern.</translation>
    </message>
    <message>
        <source>one a core</source>
        <translation>einer je Kern</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Worker</translation>
    </message>
</context>
<context>
    <name>kinglet::window::CacheDialog</name>
    <message>
        <source>GB</source>
        <translation>GB</translation>
    </message>
    <message>
        <source>Empty it</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Cached features</source>
        <translation>Zwischengespeicherte Merkmale</translation>
    </message>
    <message>
        <source>Features of your sounds are kept, so that the next search begins at once. They can be removed at any time: they are computed again when they are needed.</source>
        <translation>Merkmale Ihrer Klänge werden aufgehoben, damit die nächste Suche sofort beginnt. Sie können jederzeit entfernt werden: sie werden neu berechnet, wenn sie gebraucht werden.</translation>
    </message>
    <message>
        <source>Over it, what was unused longest goes.</source>
        <translation>Darüber hinaus geht, was am längsten unbenutzt war.</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Belegt</translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n file(s)</source>
        <translation>
            <numerusform>%1 in %n Datei</numerusform>
            <numerusform>%1 in %n Dateien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kinglet::window::CandidateHeader</name>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Share of validation clips that are recognised.</source>
        <translation>Anteil der Validierungsclips, die erkannt werden.</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>Akku</translation>
    </message>
    <message>
        <source>Share of the chosen battery that it takes a day.</source>
        <translation>Anteil des gewählten Akkus, den er am Tag verbraucht.</translation>
    </message>
    <message>
        <source>Flash</source>
        <translation>Flash</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>RAM</translation>
    </message>
    <message>
        <source>No candidate chosen</source>
        <translation>Kein Kandidat gewählt</translation>
    </message>
    <message>
        <source>Click a point of the plot or a line of the table.</source>
        <translation>Klicken Sie auf einen Punkt im Diagramm oder eine Zeile der Tabelle.</translation>
    </message>
    <message>
        <source>on the front</source>
        <translation>auf der Front</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>Vergleichsnetz</translation>
    </message>
    <message>
        <source>Take the star off (S)</source>
        <translation>Den Stern wegnehmen (S)</translation>
    </message>
    <message>
        <source>Star it, to find it again (S)</source>
        <translation>Mit einem Stern wiederfinden (S)</translation>
    </message>
    <message>
        <source>%1 a day</source>
        <translation>%1 am Tag</translation>
    </message>
    <message>
        <source>Mean power</source>
        <translation>Mittlere Leistung</translation>
    </message>
    <message>
        <source>Weights as int8 and biases as int32, batch norm folded, and the front end&apos;s tables.</source>
        <translation>Gewichte als int8 und Biase als int32, Batch-Norm eingerechnet, und die Tabellen des Frontends.</translation>
    </message>
    <message>
        <source>The largest set of buffers that live at the same time, as int8, and the front end&apos;s.</source>
        <translation>Die größte Menge gleichzeitig lebender Puffer, als int8, und die des Frontends.</translation>
    </message>
    <message>
        <source>While it listens: %1. The tab Energy has all parts.</source>
        <translation>Beim Lauschen: %1. Alle Teile zeigt der Reiter Energie.</translation>
    </message>
    <message>
        <source>Not known at the clock that the study states.</source>
        <translation>Bei dem Takt, den die Studie nennt, nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>kinglet::window::CandidatePanel</name>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Klänge</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>trained for good</source>
        <translation>endgültig trainiert</translation>
    </message>
    <message>
        <source>trained for good: %1</source>
        <translation>endgültig trainiert: %1</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Ändern</translation>
    </message>
</context>
<context>
    <name>kinglet::window::ClassBars</name>
    <message numerus="yes">
        <source>%1: %n clips</source>
        <translation>
            <numerusform>%1: %n Clip</numerusform>
            <numerusform>%1: %n Clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more classes</source>
        <translation>
            <numerusform>und %n weitere Klasse</numerusform>
            <numerusform>und %n weitere Klassen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kinglet::window::ClipModel</name>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Fold</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>The test fold is closed: no candidate is asked about its clips during a search.</source>
        <translation>Der Test-Fold ist geschlossen: Während einer Suche wird kein Kandidat nach seinen Clips gefragt.</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>It never learnt this clip.</source>
        <translation>Es hat diesen Clip nie gelernt.</translation>
    </message>
    <message>
        <source>It learnt from this clip, so this proves little.</source>
        <translation>Es hat von diesem Clip gelernt, das beweist also wenig.</translation>
    </message>
    <message>
        <source>Of the test fold, which was opened for this candidate.</source>
        <translation>Aus dem Test-Fold, der für diesen Kandidaten geöffnet wurde.</translation>
    </message>
    <message>
        <source>Of the closed test fold: no candidate is asked about it.</source>
        <translation>Aus dem geschlossenen Test-Fold: Kein Kandidat wird danach gefragt.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
</context>
<context>
    <name>kinglet::window::CommandPalette</name>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>No command of that name</source>
        <translation>Kein Befehl dieses Namens</translation>
    </message>
</context>
<context>
    <name>kinglet::window::CommandSet</name>
    <message>
        <source>Study</source>
        <translation>Studie</translation>
    </message>
    <message>
        <source>&amp;New study …</source>
        <translation>&amp;Neue Studie …</translation>
    </message>
    <message>
        <source>Choose sounds, a device and its limits, and search</source>
        <translation>Klänge, ein Gerät und seine Grenzen wählen, und suchen</translation>
    </message>
    <message>
        <source>&amp;Open a study …</source>
        <translation>Studie ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Look at a study, or go on with it</source>
        <translation>Eine Studie ansehen oder fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Demo search</source>
        <translation>&amp;Demosuche</translation>
    </message>
    <message>
        <source>Search at once, on built-in sounds</source>
        <translation>Sofort suchen, mit eingebauten Klängen</translation>
    </message>
    <message>
        <source>&amp;Close the study</source>
        <translation>Studie &amp;schließen</translation>
    </message>
    <message>
        <source>Stop what runs and go back to the first page; the study goes on when it is opened again</source>
        <translation>Anhalten, was läuft, und zur ersten Seite zurück; die Studie geht weiter, wenn sie wieder geöffnet wird</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Stop what runs and close Kinglet</source>
        <translation>Anhalten, was läuft, und Kinglet schließen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>Die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Make the change again</source>
        <translation>Die Änderung noch einmal machen</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>&amp;Find a command …</source>
        <translation>&amp;Befehl suchen …</translation>
    </message>
    <message>
        <source>Type a few letters of any command and run it</source>
        <translation>Ein paar Buchstaben eines Befehls tippen und ihn ausführen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Start the search, pause it, or go on</source>
        <translation>Die Suche starten, pausieren oder fortsetzen</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>Anha&amp;lten</translation>
    </message>
    <message>
        <source>Stop the search; it goes on later where it stopped</source>
        <translation>Die Suche anhalten; später geht sie dort weiter, wo sie stand</translation>
    </message>
    <message>
        <source>Stop this &amp;candidate</source>
        <translation>Diesen &amp;Kandidaten stoppen</translation>
    </message>
    <message>
        <source>Stop training the chosen candidate and go on with another</source>
        <translation>Das Training des gewählten Kandidaten beenden und mit einem anderen weitermachen</translation>
    </message>
    <message>
        <source>&amp;Early stopping</source>
        <translation>&amp;Frühes Stoppen</translation>
    </message>
    <message>
        <source>Rule, confidence and patience of early stopping</source>
        <translation>Regel, Sicherheit und Geduld des frühen Stoppens</translation>
    </message>
    <message>
        <source>&amp;Limits</source>
        <translation>&amp;Grenzen</translation>
    </message>
    <message>
        <source>&amp;Battery</source>
        <translation>&amp;Akku</translation>
    </message>
    <message>
        <source>The battery that the network shall live on</source>
        <translation>Der Akku, von dem das Netz leben soll</translation>
    </message>
    <message>
        <source>So&amp;unds and classes</source>
        <translation>Klänge &amp;und Klassen</translation>
    </message>
    <message>
        <source>What the study learns from</source>
        <translation>Woraus die Studie lernt</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation>&amp;Stern</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>Keep the chosen candidate beside others, or let it go</source>
        <translation>Den gewählten Kandidaten neben andere stellen oder wegnehmen</translation>
    </message>
    <message>
        <source>Compare &amp;no more</source>
        <translation>&amp;Nicht mehr vergleichen</translation>
    </message>
    <message>
        <source>Let go of all candidates that are compared</source>
        <translation>Alle verglichenen Kandidaten loslassen</translation>
    </message>
    <message>
        <source>&amp;Listen</source>
        <translation>&amp;Anhören</translation>
    </message>
    <message>
        <source>Play the chosen clip, or stop it</source>
        <translation>Den gewählten Clip spielen oder stoppen</translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Take the chosen network away</source>
        <translation>Das gewählte Netz mitnehmen</translation>
    </message>
    <message>
        <source>Ne&amp;xt on the front</source>
        <translation>Näc&amp;hster auf der Front</translation>
    </message>
    <message>
        <source>The next network on the front, towards more energy</source>
        <translation>Das nächste Netz auf der Front, zu mehr Energie hin</translation>
    </message>
    <message>
        <source>&amp;Previous on the front</source>
        <translation>V&amp;origer auf der Front</translation>
    </message>
    <message>
        <source>The next network on the front, towards less energy</source>
        <translation>Das nächste Netz auf der Front, zu weniger Energie hin</translation>
    </message>
    <message>
        <source>&amp;Architecture</source>
        <translation>A&amp;rchitektur</translation>
    </message>
    <message>
        <source>Learning c&amp;urves</source>
        <translation>Lernk&amp;urven</translation>
    </message>
    <message>
        <source>S&amp;ounds as it hears them</source>
        <translation>&amp;Klänge, wie es sie hört</translation>
    </message>
    <message>
        <source>Where its ener&amp;gy goes</source>
        <translation>Wohin seine Ener&amp;gie geht</translation>
    </message>
    <message>
        <source>&amp;Test fold</source>
        <translation>&amp;Test-Fold</translation>
    </message>
    <message>
        <source>Show it beside the plot</source>
        <translation>Neben dem Diagramm zeigen</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Show or hide this part of the window</source>
        <translation>Diesen Teil des Fensters zeigen oder verbergen</translation>
    </message>
    <message>
        <source>&amp;Study</source>
        <translation>&amp;Studie</translation>
    </message>
    <message>
        <source>&amp;Candidates</source>
        <translation>&amp;Kandidaten</translation>
    </message>
    <message>
        <source>C&amp;hosen candidate</source>
        <translation>&amp;Gewählter Kandidat</translation>
    </message>
    <message>
        <source>&amp;Enlarge the candidate</source>
        <translation>Kandidaten &amp;vergrößern</translation>
    </message>
    <message>
        <source>Give the chosen candidate the room of the study panel</source>
        <translation>Dem gewählten Kandidaten den Platz der Studie geben</translation>
    </message>
    <message>
        <source>&amp;Back to the plot</source>
        <translation>&amp;Zurück zum Diagramm</translation>
    </message>
    <message>
        <source>Leave the enlarged view</source>
        <translation>Die vergrößerte Ansicht verlassen</translation>
    </message>
    <message>
        <source>&amp;Filter the candidates</source>
        <translation>Kandidaten &amp;filtern</translation>
    </message>
    <message>
        <source>Type what to show: energy&lt;0.5 acc&gt;80 front starred</source>
        <translation>Tippen, was zu zeigen ist: energy&lt;0.5 acc&gt;80 front markiert</translation>
    </message>
    <message>
        <source>&amp;Whole plot</source>
        <translation>Ganzes Diagra&amp;mm</translation>
    </message>
    <message>
        <source>Show all candidates again</source>
        <translation>Wieder alle Kandidaten zeigen</translation>
    </message>
    <message>
        <source>&amp;Usual layout</source>
        <translation>Übliche Anordn&amp;ung</translation>
    </message>
    <message>
        <source>All parts of the window at their usual size</source>
        <translation>Alle Teile des Fensters in ihrer üblichen Größe</translation>
    </message>
    <message>
        <source>Theme: &amp;light</source>
        <translation>Farben: &amp;hell</translation>
    </message>
    <message>
        <source>Theme: &amp;dark</source>
        <translation>Farben: &amp;dunkel</translation>
    </message>
    <message>
        <source>Takes effect at once</source>
        <translation>Wirkt sofort</translation>
    </message>
    <message>
        <source>Takes effect at once; a running search goes on</source>
        <translation>Wirkt sofort; eine laufende Suche geht weiter</translation>
    </message>
    <message>
        <source>Language: as the system</source>
        <translation>Sprache: wie das System</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>Sprache: %1</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>&amp;Help and shortcuts</source>
        <translation>&amp;Hilfe und Tastenkürzel</translation>
    </message>
    <message>
        <source>What is what, and every shortcut</source>
        <translation>Was was ist, und jedes Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Guide through the window</source>
        <translation>&amp;Rundgang durch das Fenster</translation>
    </message>
    <message>
        <source>One minute: what each part tells</source>
        <translation>Eine Minute: was jeder Teil zeigt</translation>
    </message>
    <message>
        <source>&amp;About Kinglet</source>
        <translation>Ü&amp;ber Kinglet</translation>
    </message>
    <message>
        <source>Version, method and licence</source>
        <translation>Version, Verfahren und Lizenz</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>For&amp;tsetzen</translation>
    </message>
    <message>
        <source>&amp;Final training</source>
        <translation>En&amp;dtraining</translation>
    </message>
    <message>
        <source>All candidates, below the plot</source>
        <translation>Alle Kandidaten, unter dem Diagramm</translation>
    </message>
    <message>
        <source>The o&amp;ptimiser&apos;s thinking</source>
        <translation>Gedanken des &amp;Optimierers</translation>
    </message>
    <message>
        <source>How the front grew, what was predicted, what matters, and who proposed what</source>
        <translation>Wie die Front wuchs, was vorhergesagt wurde, was zählt und wer was vorschlug</translation>
    </message>
    <message>
        <source>Audit of early s&amp;topping</source>
        <translation>&amp;Prüfung des frühen Stoppens</translation>
    </message>
    <message>
        <source>What each rule would have saved and lost in this study</source>
        <translation>Was jede Regel in dieser Studie gespart und verloren hätte</translation>
    </message>
    <message>
        <source>Give what lies below the plot the plot&apos;s room, and back</source>
        <translation>Dem, was unter dem Diagramm liegt, dessen Platz geben, und zurück</translation>
    </message>
    <message>
        <source>T&amp;able of the candidates</source>
        <translation>&amp;Tabelle der Kandidaten</translation>
    </message>
    <message>
        <source>Lower part lar&amp;ge</source>
        <translation>Unterer Teil g&amp;roß</translation>
    </message>
    <message>
        <source>Theme: as the s&amp;ystem</source>
        <translation>Farben: wie das S&amp;ystem</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>&amp;Why this figure</source>
        <translation>&amp;Warum dieser Wert</translation>
    </message>
    <message>
        <source>The layers, the nearest measured examples and the spread behind the chosen candidate&apos;s energy</source>
        <translation>Die Schichten, die nächsten gemessenen Beispiele und die Streuung hinter der Energie des gewählten Kandidaten</translation>
    </message>
    <message>
        <source>&amp;How well energy is predicted …</source>
        <translation>Wie &amp;gut Energie vorhergesagt wird …</translation>
    </message>
    <message>
        <source>Predicted against measured, with intervals and errors</source>
        <translation>Vorhergesagt gegen gemessen, mit Intervallen und Fehlern</translation>
    </message>
    <message>
        <source>What to &amp;measure next …</source>
        <translation>Was als Nächstes &amp;messen …</translation>
    </message>
    <message>
        <source>The networks whose measurement makes the energies of the front surest</source>
        <translation>Die Netze, deren Messung die Energien der Front am sichersten macht</translation>
    </message>
    <message>
        <source>&amp;Power trace …</source>
        <translation>&amp;Leistungsverlauf …</translation>
    </message>
    <message>
        <source>Open a recording of a power monitor: windows, baseline, energy of an inference</source>
        <translation>Eine Aufnahme eines Leistungsmessers öffnen: Fenster, Ruheleistung, Energie einer Inferenz</translation>
    </message>
    <message>
        <source>&amp;Learn from measurements …</source>
        <translation>Aus Messungen le&amp;rnen …</translation>
    </message>
    <message>
        <source>Fit a model to a table of measured kernels or networks</source>
        <translation>Ein Modell an eine Tabelle gemessener Kerne oder Netze anpassen</translation>
    </message>
    <message>
        <source>Cached &amp;features …</source>
        <translation>Zwischengespeicherte &amp;Merkmale …</translation>
    </message>
    <message>
        <source>&amp;Report a problem …</source>
        <translation>&amp;Problem melden …</translation>
    </message>
    <message>
        <source>Write a report without sounds for those who can mend it; see all of it first</source>
        <translation>Einen Bericht ohne Klänge schreiben, für alle, die es beheben können; vorher alles ansehen</translation>
    </message>
    <message>
        <source>What the features of your sounds take on the disk, and how much they may</source>
        <translation>Was die Merkmale Ihrer Klänge auf dem Datenträger belegen und wie viel sie dürfen</translation>
    </message>
    <message>
        <source>Most energy, mean power, flash and RAM that a network may take</source>
        <translation>Was ein Netz höchstens an Energie, mittlerer Leistung, Flash und RAM brauchen darf</translation>
    </message>
    <message>
        <source>L&amp;istening</source>
        <translation>Laus&amp;chen</translation>
    </message>
    <message>
        <source>Inferences a second, clock and idle power: what the mean power is told for</source>
        <translation>Inferenzen je Sekunde, Takt und Leerlaufleistung: wofür die mittlere Leistung gilt</translation>
    </message>
    <message>
        <source>&amp;Boards …</source>
        <translation>Plati&amp;nen …</translation>
    </message>
    <message>
        <source>The boards that energies are told for; count the exported C for one</source>
        <translation>Die Platinen, für die Energien genannt werden; das exportierte C für eine zählen</translation>
    </message>
    <message>
        <source>Star the chosen candidates, or take the stars off</source>
        <translation>Die gewählten Kandidaten markieren oder die Sterne abnehmen</translation>
    </message>
    <message>
        <source>Save a &amp;picture or a table …</source>
        <translation>B&amp;ild oder Tabelle sichern …</translation>
    </message>
    <message>
        <source>Any view as PNG, SVG or PDF, any table as CSV</source>
        <translation>Jede Ansicht als PNG, SVG oder PDF, jede Tabelle als CSV</translation>
    </message>
    <message>
        <source>Save the &amp;report …</source>
        <translation>Be&amp;richt sichern …</translation>
    </message>
    <message>
        <source>The study as one page for a browser: front, curves, where its figures come from</source>
        <translation>Die Studie als eine Seite für den Browser: Front, Kurven, woher die Zahlen kommen</translation>
    </message>
    <message>
        <source>Pa&amp;rameters side by side</source>
        <translation>Parameter &amp;nebeneinander</translation>
    </message>
    <message>
        <source>What candidates are made of beside what they reach; brush an axis to narrow all views</source>
        <translation>Woraus Kandidaten bestehen neben dem, was sie erreichen; eine Achse eingrenzen engt alle Ansichten ein</translation>
    </message>
    <message>
        <source>Let go of the filter and of what is brushed</source>
        <translation>Filter und Eingegrenztes aufheben</translation>
    </message>
    <message>
        <source>C&amp;hange it</source>
        <translation>Kand&amp;idat ändern</translation>
    </message>
    <message>
        <source>Show e&amp;very candidate</source>
        <translation>A&amp;lle Kandidaten zeigen</translation>
    </message>
    <message>
        <source>Show the co&amp;mparison</source>
        <translation>Den Vergle&amp;ich zeigen</translation>
    </message>
    <message>
        <source>The candidates that were marked by C, beside each other: layers, figures, classes</source>
        <translation>Die mit C gemerkten Kandidaten nebeneinander: Schichten, Werte, Klassen</translation>
    </message>
</context>
<context>
    <name>kinglet::window::ComparePage</name>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>Nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Confusions</source>
        <translation>Verwechslungen</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Which two are compared</source>
        <translation>Welche zwei verglichen werden</translation>
    </message>
    <message>
        <source>What the differences of layers tell</source>
        <translation>Was die Unterschiede der Schichten angeben</translation>
    </message>
    <message>
        <source>Save the comparison as one page</source>
        <translation>Den Vergleich als eine Seite speichern</translation>
    </message>
    <message>
        <source>%1 is kept. Press C on another candidate to see both beside each other.</source>
        <translation>%1 ist gemerkt. Drücken Sie C auf einem anderen Kandidaten, um beide nebeneinander zu sehen.</translation>
    </message>
    <message>
        <source>Press C on two candidates, on the plot or in the table, to see them beside each other: what was added, removed or edited, and what it costs.</source>
        <translation>Drücken Sie C auf zwei Kandidaten, im Diagramm oder in der Tabelle, um sie nebeneinander zu sehen: was hinzukam, entfiel oder geändert ist und was es kostet.</translation>
    </message>
    <message>
        <source>Mind: %1</source>
        <translation>Beachten Sie: %1</translation>
    </message>
    <message>
        <source>Of the %1 candidates that are kept the first %2 are shown.</source>
        <translation>Von den %1 gemerkten Kandidaten werden die ersten %2 gezeigt.</translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation>Vergleich speichern</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
</context>
<context>
    <name>kinglet::window::CrashNotice</name>
    <message>
        <source>Where Kinglet ended unexpectedly</source>
        <translation>Wo Kinglet unerwartet endete</translation>
    </message>
    <message>
        <source>Report a problem …</source>
        <translation>Problem melden …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Kinglet ended unexpectedly.</source>
        <translation>Kinglet wurde unerwartet beendet.</translation>
    </message>
    <message>
        <source>Kinglet ended unexpectedly while %1 was open. Nothing that it told is lost.</source>
        <translation>Kinglet wurde unerwartet beendet, während %1 geöffnet war. Nichts, was schon gemeldet war, ist verloren.</translation>
    </message>
    <message>
        <source>A search that was running goes on where it was, once you open the study and start it.</source>
        <translation>Eine Suche, die gerade lief, geht dort weiter, wo sie war, sobald Sie die Studie öffnen und starten.</translation>
    </message>
    <message>
        <source>Open the study</source>
        <translation>Studie öffnen</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>Bericht zeigen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>kinglet::window::DatasetView</name>
    <message>
        <source>Built-in sounds</source>
        <translation>Eingebaute Klänge</translation>
    </message>
    <message numerus="yes">
        <source>%n clips</source>
        <translation>
            <numerusform>%n Clip</numerusform>
            <numerusform>%n Clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n classes</source>
        <translation>
            <numerusform>%n Klasse</numerusform>
            <numerusform>%n Klassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folds</source>
        <translation>
            <numerusform>%n Fold</numerusform>
            <numerusform>%n Folds</numerusform>
        </translation>
    </message>
    <message>
        <source>several labels a clip</source>
        <translation>mehrere Labels je Clip</translation>
    </message>
    <message numerus="yes">
        <source>%n clips were left out</source>
        <translation>
            <numerusform>%n Clip wurde ausgelassen</numerusform>
            <numerusform>%n Clips wurden ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Trained on: %1. Judged by: %2 (%3 clips). Closed until you test: %4 (%5 clips).</source>
        <translation>Trainiert wird mit: %1. Beurteilt mit: %2 (%3 Clips). Bis zum Test verschlossen: %4 (%5 Clips).</translation>
    </message>
</context>
<context>
    <name>kinglet::window::DropTarget</name>
    <message>
        <source>Where a file is dropped</source>
        <translation>Wo eine Datei fallen gelassen wird</translation>
    </message>
    <message>
        <source>Begin a study with the sounds of %1</source>
        <translation>Eine Studie mit den Klängen von %1 beginnen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
</context>
<context>
    <name>kinglet::window::EditController</name>
    <message>
        <source>%1 = %2 in candidate %3</source>
        <translation>%1 = %2 in Kandidat %3</translation>
    </message>
    <message>
        <source>candidate %1 as it was</source>
        <translation>Kandidat %1, wie er war</translation>
    </message>
    <message>
        <source>training what candidate %1 became</source>
        <translation>Training dessen, was aus Kandidat %1 wurde</translation>
    </message>
</context>
<context>
    <name>kinglet::window::EditTab</name>
    <message>
        <source>Train this</source>
        <translation>Dies trainieren</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Wie es war</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>It would be</source>
        <translation>Es wäre</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>What it would come to</source>
        <translation>Was daraus würde</translation>
    </message>
    <message>
        <source>It is trained when the search goes on.</source>
        <translation>Es wird trainiert, wenn die Suche weitergeht.</translation>
    </message>
    <message>
        <source>It is trained next, and then chosen here. Undo takes it back.</source>
        <translation>Es wird als Nächstes trainiert und dann hier gewählt. Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>Choose a candidate. Here it can be changed and trained anew.</source>
        <translation>Wählen Sie einen Kandidaten. Hier kann er geändert und neu trainiert werden.</translation>
    </message>
    <message>
        <source>Change what candidate %1 is made of. What it would cost is told at once, and the plot shows where it would lie. The candidate itself stays as it is.</source>
        <translation>Ändern Sie, woraus Kandidat %1 besteht. Was das kosten würde, steht sofort da, und die Grafik zeigt, wo er läge. Der Kandidat selbst bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>The space of this study is not known here, so that nothing can be changed.</source>
        <translation>Der Suchraum dieser Studie ist hier nicht bekannt; es kann nichts geändert werden.</translation>
    </message>
    <message>
        <source>A baseline is not of the study&apos;s space, and cannot be changed.</source>
        <translation>Ein Vergleichsnetz gehört nicht zum Suchraum der Studie und kann nicht geändert werden.</translation>
    </message>
    <message>
        <source>These choices are no network: %1</source>
        <translation>Diese Wahl ergibt kein Netz: %1</translation>
    </message>
    <message>
        <source>This is the network of candidate %1.</source>
        <translation>Dies ist das Netz von Kandidat %1.</translation>
    </message>
    <message>
        <source>To train it, the study&apos;s sounds must be there.</source>
        <translation>Zum Trainieren müssen die Klänge der Studie da sein.</translation>
    </message>
    <message>
        <source>It keeps the limits.</source>
        <translation>Es hält die Grenzen ein.</translation>
    </message>
    <message>
        <source>%1 ± %2</source>
        <translation>%1 ± %2</translation>
    </message>
    <message>
        <source>Predicted from what the study has trained; 9 times in 10 it lies within the interval</source>
        <translation>Vorhergesagt aus dem, was die Studie trainiert hat; in 9 von 10 Fällen liegt es im Intervall</translation>
    </message>
    <message>
        <source>Predicted once two candidates have been trained</source>
        <translation>Wird vorhergesagt, sobald zwei Kandidaten trainiert sind</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Punkte</translation>
    </message>
</context>
<context>
    <name>kinglet::window::Edits</name>
    <message>
        <source>star for candidate %1</source>
        <translation>Stern für Kandidat %1</translation>
    </message>
    <message>
        <source>taking the star off %1</source>
        <translation>Stern von %1 nehmen</translation>
    </message>
    <message>
        <source>note on candidate %1</source>
        <translation>Notiz zu Kandidat %1</translation>
    </message>
    <message numerus="yes">
        <source>taking the stars off %n candidates</source>
        <translation>
            <numerusform>%n Kandidaten den Stern abnehmen</numerusform>
            <numerusform>%n Kandidaten die Sterne abnehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>stars for %n candidates</source>
        <translation>
            <numerusform>Stern für %n Kandidaten</numerusform>
            <numerusform>Sterne für %n Kandidaten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kinglet::window::EnergyAccuracyPage</name>
    <message>
        <source>Open a model …</source>
        <translation>Modell öffnen …</translation>
    </message>
    <message>
        <source>Back to the study&apos;s</source>
        <translation>Zurück zu dem der Studie</translation>
    </message>
    <message>
        <source>How far off</source>
        <translation>Wie weit daneben</translation>
    </message>
    <message>
        <source>What it depends on</source>
        <translation>Wovon es abhängt</translation>
    </message>
    <message>
        <source>A model learned from measurements</source>
        <translation>Ein aus Messungen gelerntes Modell</translation>
    </message>
    <message>
        <source>No model is open</source>
        <translation>Kein Modell ist offen</translation>
    </message>
    <message>
        <source>Open a study, or a model that was learned from measurements.</source>
        <translation>Öffnen Sie eine Studie, oder ein Modell, das aus Messungen gelernt wurde.</translation>
    </message>
    <message>
        <source>Each measurement is predicted by a model that had not seen it (cross-validation, equal rows together). Intervals hold 9 times in 10.</source>
        <translation>Jede Messung wird von einem Modell vorhergesagt, das sie nicht gesehen hat (Kreuzvalidierung, gleiche Zeilen zusammen). Intervalle halten 9 von 10 Mal.</translation>
    </message>
    <message>
        <source>Instructions of the exported C were counted. No measurement of it on a board is known here.</source>
        <translation>Die Befehle des exportierten C wurden gezählt. Eine Messung davon auf einem Board ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>Each published network is predicted by a fit that had seen it on no board. The error of all boards makes the interval of this one.</source>
        <translation>Jedes veröffentlichte Netz wird von einer Anpassung vorhergesagt, die es auf keinem Board gesehen hat. Der Fehler aller Boards ergibt das Intervall von diesem.</translation>
    </message>
</context>
<context>
    <name>kinglet::window::EnergyBasis</name>
    <message>
        <source>Front end: %1</source>
        <translation>Frontend: %1</translation>
    </message>
    <message>
        <source>this device alone</source>
        <translation>dieses Gerät allein</translation>
    </message>
    <message>
        <source>How much the prediction depends on it</source>
        <translation>Wie sehr die Vorhersage davon abhängt</translation>
    </message>
    <message>
        <source>Its mean share of the time of the networks measured on this board</source>
        <translation>Sein mittlerer Anteil an der Zeit der auf diesem Board gemessenen Netze</translation>
    </message>
</context>
<context>
    <name>kinglet::window::EnergyController</name>
    <message>
        <source>Candidate %1</source>
        <translation>Kandidat %1</translation>
    </message>
</context>
<context>
    <name>kinglet::window::EnergyTab</name>
    <message>
        <source>Choose a candidate to see where its energy goes.</source>
        <translation>Wählen Sie einen Kandidaten, um zu sehen, wohin seine Energie geht.</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>90 % interval</source>
        <translation>90-%-Intervall</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>How well is it predicted …</source>
        <translation>Wie gut wird sie vorhergesagt …</translation>
    </message>
    <message>
        <source>On a battery</source>
        <translation>Mit einem Akku</translation>
    </message>
    <message>
        <source>While it listens</source>
        <translation>Beim Lauschen</translation>
    </message>
    <message>
        <source>Idle power as stated in the study.</source>
        <translation>Leerlaufleistung wie in der Studie angegeben.</translation>
    </message>
</context>
<context>
    <name>kinglet::window::EnergyWindow</name>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>How well it is predicted</source>
        <translation>Wie gut sie vorhergesagt wird</translation>
    </message>
    <message>
        <source>What to measure next</source>
        <translation>Was als Nächstes messen</translation>
    </message>
    <message>
        <source>Power trace</source>
        <translation>Leistungsverlauf</translation>
    </message>
    <message>
        <source>Learn from measurements</source>
        <translation>Aus Messungen lernen</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>Platinen</translation>
    </message>
</context>
<context>
    <name>kinglet::window::ExportChoice</name>
    <message>
        <source>For microcontrollers: a folder of sources without dependencies, front end included.</source>
        <translation>Für Mikrocontroller: ein Ordner mit Quelltext ohne Abhängigkeiten, Frontend inbegriffen.</translation>
    </message>
    <message>
        <source>For LiteRT, TensorFlow Lite Micro and vendors&apos; tools.</source>
        <translation>Für LiteRT, TensorFlow Lite Micro und die Werkzeuge der Hersteller.</translation>
    </message>
    <message>
        <source>For ONNX Runtime and converters, opset 13.</source>
        <translation>Für ONNX Runtime und Umwandler, Opset 13.</translation>
    </message>
    <message>
        <source>For LibTorch and Python, float only.</source>
        <translation>Für LibTorch und Python, nur Gleitkomma.</translation>
    </message>
    <message>
        <source>The architecture alone, without weights.</source>
        <translation>Nur die Architektur, ohne Gewichte.</translation>
    </message>
    <message>
        <source>Input and output</source>
        <translation>Ein-/Ausgabe</translation>
    </message>
    <message>
        <source>Also run on</source>
        <translation>Auch ausführen auf</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Needs weights; only candidates that trained to the end keep theirs.</source>
        <translation>Braucht Gewichte; nur Kandidaten, die bis zum Ende trainierten, behalten ihre.</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>float, 32 bits</source>
        <translation>Gleitkomma, 32 Bit</translation>
    </message>
    <message>
        <source>int8, quantised</source>
        <translation>int8, quantisiert</translation>
    </message>
    <message>
        <source>int8, as microcontrollers want it</source>
        <translation>int8, wie Mikrocontroller es wollen</translation>
    </message>
    <message>
        <source>float, converted inside</source>
        <translation>Gleitkomma, innen umgewandelt</translation>
    </message>
    <message>
        <source>nothing else</source>
        <translation>nichts weiter</translation>
    </message>
    <message>
        <source>%1, emulated</source>
        <translation>%1, emuliert</translation>
    </message>
    <message>
        <source>Runs the C export in QEMU: the answers must be the same bits, and the instructions of every layer are counted. A count is a measure of cost; it is not joules.</source>
        <translation>Führt den C-Export in QEMU aus: Die Antworten müssen Bit für Bit gleich sein, und die Befehle jeder Schicht werden gezählt. Eine Zahl von Befehlen misst die Kosten; Joule sind es nicht.</translation>
    </message>
    <message>
        <source>No numbers: layers and shapes only.</source>
        <translation>Keine Zahlen: nur Schichten und Formen.</translation>
    </message>
    <message>
        <source>TorchScript is written in float.</source>
        <translation>TorchScript wird in Gleitkomma geschrieben.</translation>
    </message>
    <message>
        <source>int8 needs the study&apos;s sounds to calibrate on.</source>
        <translation>int8 braucht die Klänge der Studie zum Kalibrieren.</translation>
    </message>
    <message>
        <source>A quarter of the memory; calibrated on training clips.</source>
        <translation>Ein Viertel des Speichers; auf Trainingsclips kalibriert.</translation>
    </message>
    <message>
        <source>The same answers as in training.</source>
        <translation>Dieselben Antworten wie im Training.</translation>
    </message>
    <message>
        <source>plain sources</source>
        <translation>einfache Quellen</translation>
    </message>
    <message>
        <source>Arduino library</source>
        <translation>Arduino-Bibliothek</translation>
    </message>
    <message>
        <source>PlatformIO library</source>
        <translation>PlatformIO-Bibliothek</translation>
    </message>
    <message>
        <source>Zephyr module</source>
        <translation>Zephyr-Modul</translation>
    </message>
    <message>
        <source>CMake project</source>
        <translation>CMake-Projekt</translation>
    </message>
    <message>
        <source>C sources as</source>
        <translation>C-Quellen als</translation>
    </message>
    <message>
        <source>Prefix of names</source>
        <translation>Präfix der Namen</translation>
    </message>
    <message>
        <source>A library is a folder that the tool chain takes as it is.</source>
        <translation>Eine Bibliothek ist ein Ordner, den die Werkzeugkette nimmt, wie er ist.</translation>
    </message>
    <message>
        <source>What functions, macros and files begin with. Give each network its own where several live in one program; they then share their operators, and an equal front end.</source>
        <translation>Womit Funktionen, Makros und Dateien beginnen. Jedem Netz ein eigenes geben, wenn mehrere in einem Programm leben; sie teilen sich dann ihre Operatoren und ein gleiches Frontend.</translation>
    </message>
</context>
<context>
    <name>kinglet::window::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Export candidate %1</source>
        <translation>Kandidat %1 exportieren</translation>
    </message>
    <message>
        <source>%1, as C files in int8 %2 (counted)</source>
        <translation>%1, als C-Dateien in int8 %2 (gezählt)</translation>
    </message>
    <message>
        <source>Accuracy %1 in validation · %2 an inference · %3 flash · %4 RAM</source>
        <translation>Genauigkeit %1 in der Validierung · %2 je Inferenz · %3 Flash · %4 RAM</translation>
    </message>
    <message>
        <source>Candidate %1</source>
        <translation>Kandidat %1</translation>
    </message>
    <message>
        <source>Browse …</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>This candidate keeps no weights, because it did not train to the end. Its architecture can be exported.</source>
        <translation>Dieser Kandidat behält keine Gewichte, weil er nicht bis zum Ende trainierte. Seine Architektur lässt sich exportieren.</translation>
    </message>
    <message>
        <source>The weights of the final training are exported. They learnt from all sounds, the validation fold too: what is measured here tells whether they survive the export, not how good they are on new sounds.</source>
        <translation>Exportiert werden die Gewichte des Endtrainings. Sie lernten aus allen Klängen, auch aus dem Validierungs-Fold: Was hier gemessen wird, sagt, ob sie den Export überstehen, nicht wie gut sie auf neuen Klängen sind.</translation>
    </message>
    <message>
        <source>That is %1, by every fold in turn.</source>
        <translation>Das sind %1, mit jedem Fold der Reihe nach.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The model card stands here as soon as the network is read.</source>
        <translation>Hier steht die Modellkarte, sobald das Netz gelesen ist.</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Modellkarte</translation>
    </message>
    <message>
        <source>Instructions by layer</source>
        <translation>Befehle je Schicht</translation>
    </message>
    <message>
        <source>The comparison was cancelled; Export takes it up again.</source>
        <translation>Der Vergleich wurde abgebrochen; Exportieren nimmt ihn wieder auf.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>Abgebrochen. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <translation>%1 · noch %2</translation>
    </message>
    <message>
        <source>Reading the network and its sounds</source>
        <translation>Das Netz und seine Klänge werden gelesen</translation>
    </message>
    <message>
        <source>int8 is being worked out: calibrated, tried, and trained on if it loses more than a point.</source>
        <translation>int8 wird ausgerechnet: kalibriert, erprobt und weitertrainiert, wenn es mehr als einen Punkt verliert.</translation>
    </message>
    <message>
        <source>Quantising</source>
        <translation>Quantisieren</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Already there: %1. It would be replaced.</source>
        <translation>Schon da: %1. Es würde ersetzt.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Not verified here: %1.</source>
        <translation>Hier nicht geprüft: %1.</translation>
    </message>
    <message>
        <source>An architecture alone has no card.</source>
        <translation>Eine Architektur allein hat keine Karte.</translation>
    </message>
    <message numerus="yes">
        <source>Verified by %1 on %n window(s).</source>
        <translation>
            <numerusform>Geprüft mit %1 an %n Fenster.</numerusform>
            <numerusform>Geprüft mit %1 an %n Fenstern.</numerusform>
        </translation>
    </message>
    <message>
        <source>Click the energy for what it is made of</source>
        <translation>Ein Klick auf die Energie zeigt, woraus sie besteht</translation>
    </message>
    <message>
        <source>You did not make this study on this computer. To try the export, what is made from it would be compiled and run.</source>
        <translation>Sie haben diese Studie nicht auf diesem Rechner angelegt. Um den Export zu prüfen, würde übersetzt und ausgeführt, was daraus entsteht.</translation>
    </message>
    <message>
        <source>I trust it</source>
        <translation>Ich vertraue ihr</translation>
    </message>
    <message>
        <source>Write only</source>
        <translation>Nur schreiben</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
</context>
<context>
    <name>kinglet::window::ExportFiles</name>
    <message>
        <source>the network</source>
        <translation>das Netz</translation>
    </message>
    <message>
        <source>from samples to features</source>
        <translation>von Abtastwerten zu Merkmalen</translation>
    </message>
    <message>
        <source>shared with other networks</source>
        <translation>mit anderen Netzen geteilt</translation>
    </message>
    <message>
        <source>a program for WAV files</source>
        <translation>ein Programm für WAV-Dateien</translation>
    </message>
    <message>
        <source>for the tool chain</source>
        <translation>für die Werkzeugkette</translation>
    </message>
    <message>
        <source>an example</source>
        <translation>ein Beispiel</translation>
    </message>
    <message>
        <source>how to use it</source>
        <translation>wie es zu verwenden ist</translation>
    </message>
    <message>
        <source>the code&apos;s licence, 0BSD</source>
        <translation>die Lizenz des Codes, 0BSD</translation>
    </message>
    <message>
        <source>the model card</source>
        <translation>die Modellkarte</translation>
    </message>
    <message>
        <source>an input and its answers</source>
        <translation>eine Eingabe und ihre Antworten</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>Files that will be written</source>
        <translation>Dateien, die geschrieben werden</translation>
    </message>
    <message>
        <source>sound as it comes, answers out</source>
        <translation>Klang, wie er kommt; Antworten heraus</translation>
    </message>
</context>
<context>
    <name>kinglet::window::GroupingChoice</name>
    <message>
        <source>As the sounds or their names say</source>
        <translation>Wie die Klänge oder ihre Namen es sagen</translation>
    </message>
    <message>
        <source>Each file by itself</source>
        <translation>Jede Datei für sich</translation>
    </message>
    <message>
        <source>By the folder of a file</source>
        <translation>Nach dem Ordner der Datei</translation>
    </message>
    <message>
        <source>By the file name up to the first _ or -</source>
        <translation>Nach dem Dateinamen bis zum ersten _ oder -</translation>
    </message>
    <message>
        <source>By a column of the table</source>
        <translation>Nach einer Spalte der Tabelle</translation>
    </message>
    <message>
        <source>By a pattern in the file name</source>
        <translation>Nach einem Muster im Dateinamen</translation>
    </message>
    <message>
        <source>Clips of one recording, speaker, site or device that are told apart here come into one fold, so that no candidate is judged by what it learnt from.</source>
        <translation>Clips einer Aufnahme, einer Stimme, eines Ortes oder Geräts kommen in denselben Fold, damit kein Kandidat an dem gemessen wird, woraus er gelernt hat.</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Its name; empty: the column of recordings</source>
        <translation>Ihr Name; leer: die Spalte der Aufnahmen</translation>
    </message>
    <message>
        <source>A regular expression, e.g. ^([^_]+)_</source>
        <translation>Ein regulärer Ausdruck, z. B. ^([^_]+)_</translation>
    </message>
    <message>
        <source>Name of the column</source>
        <translation>Name der Spalte</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
</context>
<context>
    <name>kinglet::window::GuideOverlay</name>
    <message>
        <source>Every point is a network</source>
        <translation>Jeder Punkt ist ein Netz</translation>
    </message>
    <message>
        <source>Further left takes less energy, further down makes fewer errors, larger needs more memory. The line is the front: networks that no other beats in all respects. Your choice lies on it.</source>
        <translation>Weiter links braucht weniger Energie, weiter unten macht weniger Fehler, größer braucht mehr Speicher. Die Linie ist die Front: Netze, die kein anderes in jeder Hinsicht schlägt. Ihre Wahl liegt auf ihr.</translation>
    </message>
    <message>
        <source>The same candidates as a table</source>
        <translation>Dieselben Kandidaten als Tabelle</translation>
    </message>
    <message>
        <source>Sort by a click on a heading, filter by words such as energy&lt;0.5 or front, star what you like. What you choose here is chosen everywhere.</source>
        <translation>Ein Klick auf eine Überschrift sortiert, Wörter wie energy&lt;0.5 oder front filtern, ein Stern merkt vor. Was Sie hier wählen, ist überall gewählt.</translation>
    </message>
    <message>
        <source>All about one network</source>
        <translation>Alles über ein Netz</translation>
    </message>
    <message>
        <source>Its layers with what each costs in MACs (multiply-accumulates) and energy, its learning curve, the sounds as it hears them, and the closed test fold for the moment you have decided.</source>
        <translation>Seine Schichten und was jede an MACs (Multiplikationen mit Addition) und Energie kostet, seine Lernkurve, die Klänge, wie es sie hört, und der geschlossene Test-Fold für den Moment, in dem Sie sich entschieden haben.</translation>
    </message>
    <message>
        <source>What is searched for</source>
        <translation>Wonach gesucht wird</translation>
    </message>
    <message>
        <source>Limits, battery and early stopping can be changed while the search runs. A candidate over a limit is never trained. Mistakes are taken back with Ctrl-Z.</source>
        <translation>Grenzen, Akku und frühes Stoppen können während der Suche geändert werden. Ein Kandidat über einer Grenze wird nie trainiert. Strg-Z nimmt Fehler zurück.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>kinglet::window::HelpWindow</name>
    <message>
        <source>Kinglet help</source>
        <translation>Kinglet-Hilfe</translation>
    </message>
    <message>
        <source>Guide through the window</source>
        <translation>Rundgang durch das Fenster</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>What Kinglet does</source>
        <translation>Was Kinglet macht</translation>
    </message>
    <message>
        <source>It tries out many small neural networks for your sounds and keeps those that no other beats in accuracy, energy and memory at the same time. You choose one of them and take it away.</source>
        <translation>Es versucht viele kleine neuronale Netze für Ihre Klänge und behält die, die kein anderes in Genauigkeit, Energie und Speicher zugleich schlägt. Sie wählen eines davon und nehmen es mit.</translation>
    </message>
    <message>
        <source>The front</source>
        <translation>Die Front</translation>
    </message>
    <message>
        <source>A network is on the front when no other is better in one respect without being worse in another: to gain accuracy from it, you must spend energy or memory. Everything off the front can be had cheaper or better.</source>
        <translation>Ein Netz liegt auf der Front, wenn kein anderes in einer Hinsicht besser ist, ohne in einer anderen schlechter zu sein: Mehr Genauigkeit kostet von dort aus Energie oder Speicher. Alles abseits der Front ist billiger oder besser zu haben.</translation>
    </message>
    <message>
        <source>MAC</source>
        <translation>MAC</translation>
    </message>
    <message>
        <source>A multiply-accumulate: one multiplication and one addition, which is nearly all that a network does. MACs are counted, not measured; two networks of equal MACs may differ in energy, because layers differ in how well a processor runs them.</source>
        <translation>Eine Multiplikation mit Addition (multiply-accumulate), fast alles, was ein Netz tut. MACs werden gezählt, nicht gemessen; zwei Netze mit gleich vielen MACs können verschieden viel Energie brauchen, weil ein Prozessor nicht jede Schicht gleich gut ausführt.</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>What one inference takes in joules, front end included. A full disc marks a measured figure, a half disc one predicted from measurements, a ring one modelled from a device profile. Point at the mark to see the source.</source>
        <translation>Was eine Inferenz in Joule braucht, Frontend inbegriffen. Eine volle Scheibe bezeichnet einen gemessenen Wert, eine halbe einen aus Messungen vorhergesagten, ein Ring einen aus einem Geräteprofil modellierten. Zeigen Sie auf das Zeichen, um die Quelle zu sehen.</translation>
    </message>
    <message>
        <source>Flash and RAM</source>
        <translation>Flash und RAM</translation>
    </message>
    <message>
        <source>Flash holds the weights, as int8. RAM holds the largest set of intermediate results that live at the same time.</source>
        <translation>Im Flash liegen die Gewichte, als int8. Das RAM fasst die größte Menge gleichzeitig lebender Zwischenergebnisse.</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>Frühes Stoppen</translation>
    </message>
    <message>
        <source>Energy and memory of a candidate are known before it trains; only its accuracy is not. Pareto stopping ends a training as soon as its accuracy can hardly become good enough for the front at its energy and memory.</source>
        <translation>Energie und Speicher eines Kandidaten sind bekannt, bevor er trainiert; nur seine Genauigkeit nicht. Pareto-Stopp beendet ein Training, sobald die Genauigkeit kaum noch für die Front bei seiner Energie und seinem Speicher reichen kann.</translation>
    </message>
    <message>
        <source>Folds</source>
        <translation>Folds</translation>
    </message>
    <message>
        <source>The sounds are dealt into folds. Most are trained on, one judges the candidates (validation), and one stays closed until you open it for a network that you have chosen (test). Only that figure is honest about new sounds.</source>
        <translation>Die Klänge sind auf Folds verteilt. Auf den meisten wird trainiert, einer beurteilt die Kandidaten (Validierung), und einer bleibt geschlossen, bis Sie ihn für ein Netz öffnen, das Sie gewählt haben (Test). Nur dieser Wert ist ehrlich über neue Klänge.</translation>
    </message>
    <message>
        <source>The plot</source>
        <translation>Das Diagramm</translation>
    </message>
    <message>
        <source>Filled points are trained, hollow ones are training, small grey ones were stopped early, diamonds are known networks to compare with. The line is the front. Point to read, click to choose, Ctrl-click to compare, double-click for more room. Limits are lines that can be dragged.</source>
        <translation>Volle Punkte sind trainiert, hohle trainieren gerade, kleine graue wurden früh gestoppt, Rauten sind bekannte Netze zum Vergleich. Die Linie ist die Front. Zeigen liest ab, Klick wählt, Strg-Klick vergleicht, Doppelklick gibt mehr Platz. Grenzen sind Linien, die sich ziehen lassen.</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Pfeile</translation>
    </message>
    <message>
        <source>In the plot: walk along the front</source>
        <translation>Im Diagramm: die Front entlanggehen</translation>
    </message>
    <message>
        <source>Audit of early stopping</source>
        <translation>Prüfung des frühen Stoppens</translation>
    </message>
    <message>
        <source>Below the plot, a study is replayed under every rule with the confidence that you choose: what share of the epochs it would have saved, what share of the hypervolume it would have lost, and on the learning curves where it would have stopped each candidate.</source>
        <translation>Unter dem Diagramm wird eine Studie unter jeder Regel mit der gewählten Sicherheit nachgespielt: welchen Anteil der Epochen sie gespart, welchen Anteil des Hypervolumens sie verloren hätte und, auf den Lernkurven, wo sie jeden Kandidaten gestoppt hätte.</translation>
    </message>
    <message>
        <source>Hypervolume</source>
        <translation>Hypervolumen</translation>
    </message>
    <message>
        <source>How much of all that could be wished for the front has reached already: 0 % is no front at all, and each candidate that comes to lie on it adds its part. One number for the whole search.</source>
        <translation>Wie viel von allem Wünschbaren die Front schon erreicht hat: 0 % ist gar keine Front, und jeder Kandidat, der auf ihr zu liegen kommt, fügt seinen Teil hinzu. Eine Zahl für die ganze Suche.</translation>
    </message>
    <message>
        <source>Final training</source>
        <translation>Endtraining</translation>
    </message>
    <message>
        <source>A search trains briefly, to compare. The network that you choose can be trained for good: for longer, judged by every fold in turn, and at last on all sounds.</source>
        <translation>Eine Suche trainiert kurz, um zu vergleichen. Das Netz Ihrer Wahl kann endgültig trainiert werden: länger, mit jedem Fold der Reihe nach beurteilt und zuletzt auf allen Klängen.</translation>
    </message>
    <message>
        <source>Mean power</source>
        <translation>Mittlere Leistung</translation>
    </message>
    <message>
        <source>What a device draws on average while it listens all day: front end, inferences, wake-ups, waiting, microphone and memory. Where a network is small, waiting decides, and a slower clock draws less. It is what a battery feels; a search can be limited by it, or make it small.</source>
        <translation>Was ein Gerät im Mittel zieht, während es den ganzen Tag lauscht: Frontend, Inferenzen, Aufwachen, Warten, Mikrofon und Speicher. Ist das Netz klein, entscheidet das Warten, und ein langsamerer Takt zieht weniger. Es ist, was ein Akku spürt; eine Suche lässt sich dadurch begrenzen oder macht es klein.</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Klänge</translation>
    </message>
    <message>
        <source>What the chosen network takes each clip for. Below the picture of a clip, its answer along the clip; Why shows which places moved it, As trained the clip as training varies it. A cell of Confusions opens its clips side by side. Of clips that it learnt from, an answer proves little; those of the closed test fold are not asked about.</source>
        <translation>Wofür das gewählte Netz jeden Clip hält. Unter dem Bild eines Clips steht seine Antwort entlang des Clips; „Warum“ zeigt, welche Stellen sie bewegt haben, „Wie gelernt“ den Clip, wie das Training ihn verändert. Eine Zelle von „Verwechslungen“ öffnet ihre Clips nebeneinander. Bei Clips, von denen es gelernt hat, beweist eine Antwort wenig; nach denen des geschlossenen Test-Folds wird nicht gefragt.</translation>
    </message>
</context>
<context>
    <name>kinglet::window::InstructionTable</name>
    <message>
        <source>Choose C99 in int8 and a board: here will stand what every operator takes on it.</source>
        <translation>Wählen Sie C99 in int8 und ein Board: Hier steht dann, was jeder Operator darauf braucht.</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>%1: %2 instructions an inference, flash %3, RAM %4. The same bits as on this computer. Measured by the emulator; a count is a measure of cost, not joules.</source>
        <translation>%1: %2 Befehle je Inferenz, Flash %3, RAM %4. Dieselben Bits wie auf diesem Rechner. Vom Emulator gemessen; eine Zahl von Befehlen misst die Kosten, nicht Joule.</translation>
    </message>
    <message>
        <source>Instructions of every operator</source>
        <translation>Befehle jedes Operators</translation>
    </message>
</context>
<context>
    <name>kinglet::window::LearnEnergyPage</name>
    <message>
        <source>Learn</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Save the model …</source>
        <translation>Modell speichern …</translation>
    </message>
    <message>
        <source>How well it predicts …</source>
        <translation>Wie gut es vorhersagt …</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>A CSV of measured kernels or networks, columns named in the first row</source>
        <translation>Eine CSV gemessener Kerne oder Netze, Spalten in der ersten Zeile benannt</translation>
    </message>
    <message>
        <source>Table of measurements</source>
        <translation>Tabelle der Messungen</translation>
    </message>
    <message>
        <source>Only for rows that name networks: a CSV of their layers</source>
        <translation>Nur für Zeilen, die Netze nennen: eine CSV ihrer Schichten</translation>
    </message>
    <message>
        <source>Table of layers</source>
        <translation>Tabelle der Schichten</translation>
    </message>
    <message>
        <source>Column of the energy</source>
        <translation>Spalte der Energie</translation>
    </message>
    <message>
        <source>as the column&apos;s name says</source>
        <translation>wie der Name der Spalte sagt</translation>
    </message>
    <message>
        <source>the better one</source>
        <translation>das bessere</translation>
    </message>
    <message>
        <source>The better one in cross-validation on this table, or always the same</source>
        <translation>Das in der Kreuzvalidierung an dieser Tabelle bessere, oder immer dasselbe</translation>
    </message>
    <message>
        <source>Height and width</source>
        <translation>Höhe und Breite</translation>
    </message>
    <message>
        <source>Input height</source>
        <translation>Eingabehöhe</translation>
    </message>
    <message>
        <source>Input width</source>
        <translation>Eingabebreite</translation>
    </message>
    <message>
        <source>Input channels</source>
        <translation>Eingabekanäle</translation>
    </message>
    <message>
        <source>Output channels</source>
        <translation>Ausgabekanäle</translation>
    </message>
    <message>
        <source>Kernel size</source>
        <translation>Kerngröße</translation>
    </message>
    <message>
        <source>Kernel height</source>
        <translation>Kernhöhe</translation>
    </message>
    <message>
        <source>Kernel width</source>
        <translation>Kernbreite</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Kind of layer</source>
        <translation>Art der Schicht</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Name of the row</source>
        <translation>Name der Zeile</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Messungen</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Energy model</source>
        <translation>Energiemodell</translation>
    </message>
    <message>
        <source>Energy models (*.model)</source>
        <translation>Energiemodelle (*.model)</translation>
    </message>
    <message>
        <source>by its name</source>
        <translation>nach ihrem Namen</translation>
    </message>
    <message>
        <source>Columns are recognised by their usual names (HW, CIN, COUT, KERNEL_SIZE, STRIDES, in_h, type …). Where none is, every column of numbers is learned from as it is.</source>
        <translation>Spalten werden an ihren üblichen Namen erkannt (HW, CIN, COUT, KERNEL_SIZE, STRIDES, in_h, type …). Wo keine ist, wird aus jeder Spalte von Zahlen gelernt, wie sie ist.</translation>
    </message>
    <message>
        <source>%1 measurements; a %2 predicts them, not having seen them, %3 off on average, %4 within 10 %; the 90 % intervals hold %5.</source>
        <translation>%1 Messungen; ein %2 sagt sie, ohne sie gesehen zu haben, mit im Mittel %3 Abweichung vorher, %4 davon bis 10 %; die 90-%-Intervalle halten %5.</translation>
    </message>
    <message>
        <source>%1 is written. A new study can search with it: choose it as the device.</source>
        <translation>%1 ist geschrieben. Eine neue Studie kann damit suchen: Wählen Sie es als Gerät.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>kinglet::window::LimitsForm</name>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>Flash</source>
        <translation>Flash</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>RAM</translation>
    </message>
    <message>
        <source>Most flash the weights may fill. Candidates above it are never trained.</source>
        <translation>Wie viel Flash die Gewichte höchstens füllen. Kandidaten darüber werden nie trainiert.</translation>
    </message>
    <message>
        <source>Most working memory one inference may need. Candidates above it are never trained.</source>
        <translation>Wie viel Arbeitsspeicher eine Inferenz höchstens braucht. Kandidaten darüber werden nie trainiert.</translation>
    </message>
    <message>
        <source>≤ %1</source>
        <translation>≤ %1</translation>
    </message>
    <message>
        <source>≤ %1 flash</source>
        <translation>≤ %1 Flash</translation>
    </message>
    <message>
        <source>≤ %1 RAM</source>
        <translation>≤ %1 RAM</translation>
    </message>
    <message>
        <source>no limits</source>
        <translation>keine Grenzen</translation>
    </message>
    <message>
        <source>Most energy one inference may take. Candidates above it are never trained; where energy is predicted, the upper end of its interval counts.</source>
        <translation>Wie viel Energie eine Inferenz höchstens braucht. Kandidaten darüber werden nie trainiert; wo Energie vorhergesagt ist, zählt das obere Ende ihres Intervalls.</translation>
    </message>
    <message>
        <source>Mean power</source>
        <translation>Mittlere Leistung</translation>
    </message>
    <message>
        <source>Most mean power while the device listens: front end, inferences, wake-ups, waiting, microphone and memory. Candidates above it are never trained, nor those whose work takes longer than there is time.</source>
        <translation>Höchste mittlere Leistung, während das Gerät lauscht: Frontend, Inferenzen, Aufwachen, Warten, Mikrofon und Speicher. Kandidaten darüber werden nie trainiert, auch nicht solche, deren Arbeit länger dauert, als Zeit ist.</translation>
    </message>
</context>
<context>
    <name>kinglet::window::ListeningForm</name>
    <message>
        <source>Own idle power</source>
        <translation>Eigener Leerlauf</translation>
    </message>
    <message>
        <source>How often a second the network is asked. Frames of sound are computed once, however much the windows of two inferences share. One a second is 86,400 a day.</source>
        <translation>Wie oft je Sekunde das Netz gefragt wird. Rahmen des Klangs werden einmal berechnet, wie sehr sich die Fenster zweier Inferenzen auch überlappen. Eine je Sekunde sind 86.400 am Tag.</translation>
    </message>
    <message>
        <source>A slower clock takes longer for the same work and draws less power, waiting included. Where a network is small, waiting decides, and a slower clock can halve the mean power.</source>
        <translation>Ein langsamerer Takt braucht für dieselbe Arbeit länger und zieht weniger Leistung, auch beim Warten. Ist das Netz klein, entscheidet das Warten, und ein langsamerer Takt kann die mittlere Leistung halbieren.</translation>
    </message>
    <message>
        <source>Idle power, microphone, memory</source>
        <translation>Leerlauf, Mikrofon, Speicher</translation>
    </message>
    <message>
        <source>Power of the microphone, drawn all day. 0 until you know yours: MEMS microphones draw 0.01 to 2 mW.</source>
        <translation>Leistung des Mikrofons, den ganzen Tag gezogen. 0, bis Sie Ihres kennen: MEMS-Mikrofone ziehen 0,01 bis 2 mW.</translation>
    </message>
    <message>
        <source>Power of memory beside the processor, drawn all day. 0 where there is none, which is usual.</source>
        <translation>Leistung von Speicher neben dem Prozessor, den ganzen Tag gezogen. 0, wo es keinen gibt; das ist üblich.</translation>
    </message>
    <message>
        <source>Inferences</source>
        <translation>Inferenzen</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Takt</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>ausgeklappt</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>eingeklappt</translation>
    </message>
    <message>
        <source>Power between inferences: the processor waits, and the microphone&apos;s samples come in.</source>
        <translation>Leistung zwischen den Inferenzen: Der Prozessor wartet, und die Abtastwerte des Mikrofons treffen ein.</translation>
    </message>
    <message>
        <source>Without a tick it is the device&apos;s: %1 at %2, %3. %4</source>
        <translation>Ohne Haken gilt die des Geräts: %1 bei %2, %3. %4</translation>
    </message>
    <message>
        <source>Nothing is known of this device: without a tick, waiting counts as nothing.</source>
        <translation>Von diesem Gerät ist nichts bekannt: Ohne Haken zählt Warten nichts.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: too slow</source>
        <translation>%1: zu langsam</translation>
    </message>
    <message>
        <source>%1 draws %2.</source>
        <translation>%1 zieht %2.</translation>
    </message>
    <message>
        <source>%1 cannot keep up: the work of a second takes it %2.</source>
        <translation>%1 kommt nicht mit: Die Arbeit einer Sekunde dauert %2.</translation>
    </message>
    <message>
        <source>Least power: %1, with %2.</source>
        <translation>Am wenigsten: %1, mit %2.</translation>
    </message>
    <message>
        <source>No other clock takes less.</source>
        <translation>Kein anderer Takt braucht weniger.</translation>
    </message>
    <message>
        <source>Inferences a second</source>
        <translation>Inferenzen je Sekunde</translation>
    </message>
    <message>
        <source>Power of the microphone</source>
        <translation>Leistung des Mikrofons</translation>
    </message>
    <message>
        <source>Power of the memory</source>
        <translation>Leistung des Speichers</translation>
    </message>
</context>
<context>
    <name>kinglet::window::MainWindow</name>
    <message>
        <source>Opening %1 …</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
    <message>
        <source>The file is %1</source>
        <translation>Die Datei ist %1</translation>
    </message>
    <message>
        <source>Everything up to here is in the study. The search is paused; when the cause is gone, it goes on where it was.</source>
        <translation>Alles bis hierher ist in der Studie. Die Suche pausiert; wenn die Ursache behoben ist, geht sie dort weiter, wo sie stand.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>The change could not be stored: %1</source>
        <translation>Die Änderung konnte nicht gespeichert werden: %1</translation>
    </message>
    <message>
        <source>The study can be looked at, but nothing in it changes.</source>
        <translation>Die Studie kann angesehen werden, aber nichts in ihr ändert sich.</translation>
    </message>
    <message>
        <source>The sounds of this study are not where they were. It can be looked at; to go on searching, say where they are.</source>
        <translation>Die Klänge dieser Studie sind nicht mehr, wo sie waren. Ansehen geht; um weiterzusuchen, sagen Sie, wo sie sind.</translation>
    </message>
    <message>
        <source>Find the sounds …</source>
        <translation>Klänge suchen …</translation>
    </message>
    <message numerus="yes">
        <source>%n candidates were tried. The search goes on where it stopped.</source>
        <translation>
            <numerusform>%n Kandidat wurde versucht. Die Suche geht weiter, wo sie stand.</numerusform>
            <numerusform>%n Kandidaten wurden versucht. Die Suche geht weiter, wo sie stand.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The search has ended. %n networks are on the front; choose one and export it.</source>
        <translation>
            <numerusform>Die Suche ist beendet. %n Netz liegt auf der Front; wählen und exportieren Sie es.</numerusform>
            <numerusform>Die Suche ist beendet. %n Netze liegen auf der Front; wählen und exportieren Sie eines.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>%1 — Kinglet</source>
        <translation>%1 — Kinglet</translation>
    </message>
    <message>
        <source>Demo search %1</source>
        <translation>Demosuche %1</translation>
    </message>
    <message>
        <source>Open a study</source>
        <translation>Studie öffnen</translation>
    </message>
    <message>
        <source>Kinglet studies (*.kinglet);;All files (*)</source>
        <translation>Kinglet-Studien (*.kinglet);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Folder of sounds</source>
        <translation>Ordner mit Klängen</translation>
    </message>
    <message>
        <source>About Kinglet</source>
        <translation>Über Kinglet</translation>
    </message>
    <message>
        <source>&lt;b&gt;Kinglet %1&lt;/b&gt;&lt;br&gt;Finds neural networks that can listen all day on a battery.</source>
        <translation>&lt;b&gt;Kinglet %1&lt;/b&gt;&lt;br&gt;Findet neuronale Netze, die mit einem Akku den ganzen Tag zuhören können.</translation>
    </message>
    <message>
        <source>The method is that of Speckhard et al., “Neural architecture search for energy-efficient always-on audio machine learning” (2023, arXiv 2202.05397). Free software under the GNU General Public License, version 3 or later. Made with Qt, QCustomPlot, LibTorch, FFTW, libsndfile, soxr, SQLite and Eigen.</source>
        <translation>Das Verfahren ist das von Speckhard et al., „Neural architecture search for energy-efficient always-on audio machine learning“ (2023, arXiv 2202.05397). Freie Software unter der GNU General Public License, Version 3 oder später. Gemacht mit Qt, QCustomPlot, LibTorch, FFTW, libsndfile, soxr, SQLite und Eigen.</translation>
    </message>
    <message>
        <source>Stopping the search and closing. When you open the study again, it goes on where it stopped.</source>
        <translation>Die Suche wird angehalten und Kinglet geschlossen. Wenn Sie die Studie wieder öffnen, geht sie weiter, wo sie stand.</translation>
    </message>
    <message>
        <source>The sounds that the study learns from</source>
        <translation>Die Klänge, aus denen die Studie lernt</translation>
    </message>
    <message>
        <source>Candidates over these limits are never trained</source>
        <translation>Kandidaten über diesen Grenzen werden nie trainiert</translation>
    </message>
    <message>
        <source>sounds missing</source>
        <translation>Klänge fehlen</translation>
    </message>
    <message>
        <source>built-in sounds</source>
        <translation>eingebaute Klänge</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Search at once, on built-in sounds.</source>
        <translation>Sofort suchen, mit eingebauten Klängen.</translation>
    </message>
    <message>
        <source>A study to open, or a folder of sounds.</source>
        <translation>Eine Studie zum Öffnen, oder ein Ordner mit Klängen.</translation>
    </message>
    <message>
        <source>The device whose energy is modelled: %1</source>
        <translation>Das Gerät, dessen Energie modelliert wird: %1</translation>
    </message>
    <message>
        <source>Candidate %1 has been trained for good.</source>
        <translation>Kandidat %1 ist endgültig trainiert.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>The model that predicts energy: %1</source>
        <translation>Das Modell, das die Energie vorhersagt: %1</translation>
    </message>
    <message>
        <source>The search is paused. Everything it found is still held and can be saved in another file, where it then goes on. Nothing is lost as long as this window is open.</source>
        <translation>Die Suche ist angehalten. Alles, was sie gefunden hat, ist noch da und lässt sich in einer anderen Datei sichern, in der es dann weitergeht. Solange dieses Fenster offen ist, geht nichts verloren.</translation>
    </message>
    <message>
        <source>Save elsewhere …</source>
        <translation>Anderswo sichern …</translation>
    </message>
    <message>
        <source>The study is saved in %1.</source>
        <translation>Die Studie ist in %1 gesichert.</translation>
    </message>
    <message>
        <source>Save the study elsewhere</source>
        <translation>Die Studie anderswo sichern</translation>
    </message>
    <message>
        <source>Kinglet studies (*.kinglet)</source>
        <translation>Kinglet-Studien (*.kinglet)</translation>
    </message>
    <message>
        <source>A search is running</source>
        <translation>Eine Suche läuft</translation>
    </message>
    <message>
        <source>The search of “%1” is running.</source>
        <translation>Die Suche von „%1“ läuft.</translation>
    </message>
    <message>
        <source>It has to stop for another study. What it found is kept, and it goes on where it stopped when you open it again.</source>
        <translation>Für eine andere Studie muss sie anhalten. Was sie fand, bleibt erhalten, und sie geht dort weiter, wenn Sie sie wieder öffnen.</translation>
    </message>
    <message>
        <source>Stop it and go on</source>
        <translation>Anhalten und weiter</translation>
    </message>
    <message>
        <source>New here? In a minute the guide tells what each part shows.</source>
        <translation>Neu hier? In einer Minute sagt die Führung, was jeder Teil zeigt.</translation>
    </message>
    <message>
        <source>Show the guide</source>
        <translation>Führung zeigen</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Zuletzt &amp;geöffnet</translation>
    </message>
</context>
<context>
    <name>kinglet::window::MeasureNextPage</name>
    <message>
        <source>Save the refined model …</source>
        <translation>Verfeinertes Modell speichern …</translation>
    </message>
    <message>
        <source>The study&apos;s model, corrected by the networks that were measured. A new study can search with it.</source>
        <translation>Das Modell der Studie, berichtigt durch die gemessenen Netze. Eine neue Studie kann damit suchen.</translation>
    </message>
    <message>
        <source>Save the list, fill in measured_mj for the networks that you measured (energy of one inference, front end apart), and read it back. On this computer, &quot;kinglet energy measure --work-list FILE&quot; fills it in.</source>
        <translation>Speichern Sie die Liste, tragen Sie measured_mj für die gemessenen Netze ein (Energie einer Inferenz, ohne Frontend) und lesen Sie sie wieder ein. Auf diesem Rechner füllt „kinglet energy measure --work-list FILE“ sie aus.</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Work list</source>
        <translation>Arbeitsliste</translation>
    </message>
    <message>
        <source>Measured work list</source>
        <translation>Gemessene Arbeitsliste</translation>
    </message>
    <message>
        <source>Refined model</source>
        <translation>Verfeinertes Modell</translation>
    </message>
    <message>
        <source>Energy models (*.model)</source>
        <translation>Energiemodelle (*.model)</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>%1 ist geschrieben.</translation>
    </message>
</context>
<context>
    <name>kinglet::window::NewStudyPage</name>
    <message>
        <source>Start the search</source>
        <translation>Suche starten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>New study</source>
        <translation>Neue Studie</translation>
    </message>
    <message>
        <source>A folder of sounds, or a CSV that lists them</source>
        <translation>Ein Ordner mit Klängen, oder eine CSV, die sie aufzählt</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Klänge</translation>
    </message>
    <message>
        <source>Browse …</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>Study file</source>
        <translation>Studiendatei</translation>
    </message>
    <message>
        <source>The board whose energy is modelled. Its flash and RAM are the limits to begin with.</source>
        <translation>Das Board, dessen Energie modelliert wird. Sein Flash und RAM sind die anfänglichen Grenzen.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>A known network, trained in the same way and drawn as a diamond.</source>
        <translation>Ein bekanntes Netz, ebenso trainiert und als Raute gezeichnet.</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleich mit</translation>
    </message>
    <message>
        <source>How long a candidate trains that is not stopped early.</source>
        <translation>Wie lange ein Kandidat trainiert, der nicht früh gestoppt wird.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>The same seed and one worker give the same study.</source>
        <translation>Gleicher Startwert und ein Worker ergeben die gleiche Studie.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>What Kinglet understands</source>
        <translation>Was Kinglet versteht</translation>
    </message>
    <message>
        <source>Folder of sounds</source>
        <translation>Ordner mit Klängen</translation>
    </message>
    <message>
        <source>Kinglet studies (*.kinglet)</source>
        <translation>Kinglet-Studien (*.kinglet)</translation>
    </message>
    <message>
        <source>A model learned from measurements …</source>
        <translation>Ein aus Messungen gelerntes Modell …</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modell: %1</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>% error</source>
        <translation>% Fehler</translation>
    </message>
    <message>
        <source>A candidate that errs more often is worth nothing to the search, however little energy it takes. Say what you could still use, and the search spends its time there.</source>
        <translation>Ein Kandidat, der öfter irrt, ist der Suche nichts wert, so wenig Energie er auch braucht. Nennen Sie, was Sie noch brauchen könnten, und die Suche verwendet ihre Zeit darauf.</translation>
    </message>
    <message>
        <source>Useful up to</source>
        <translation>Brauchbar bis</translation>
    </message>
    <message>
        <source>The sounds were not read to the end.</source>
        <translation>Die Klänge wurden nicht zu Ende gelesen.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Noch einmal lesen</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>%1 of %2 files</source>
        <translation>%1 von %2 Dateien</translation>
    </message>
    <message>
        <source>A search cannot use these sounds: %1.</source>
        <translation>Mit diesen Klängen kann nicht gesucht werden: %1.</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Lesen als</translation>
    </message>
    <message>
        <source>Read as %1</source>
        <translation>Lesen als %1</translation>
    </message>
    <message>
        <source>What is understood: a folder for each class; ESC-50, UrbanSound8K, FSD50K, Speech Commands and AudioSet as they unpack; or a table that names files and labels, and folds where you have them. Sounds of any rate that libsndfile reads.</source>
        <translation>Was verstanden wird: ein Ordner für jede Klasse; ESC-50, UrbanSound8K, FSD50K, Speech Commands und AudioSet, wie sie sich entpacken; oder eine Tabelle, die Dateien und Klassen nennt, und Folds, wo es sie gibt. Klänge jeder Abtastrate, die libsndfile liest.</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Lauschen</translation>
    </message>
    <message>
        <source>Energy per inference</source>
        <translation>Energie je Inferenz</translation>
    </message>
    <message>
        <source>Mean power while listening</source>
        <translation>Mittlere Leistung beim Lauschen</translation>
    </message>
    <message>
        <source>What the search makes small beside error and memory. Mean power counts waiting, wake-ups and the microphone too, so that what is saved is what a battery feels; it holds for the listening above, which then cannot change while the study lasts.</source>
        <translation>Was die Suche neben Fehler und Speicher klein macht. Die mittlere Leistung zählt auch Warten, Aufwachen und Mikrofon, so dass gespart wird, was ein Akku spürt; sie gilt für das Lauschen darüber, das sich dann nicht ändern lässt, solange die Studie dauert.</translation>
    </message>
    <message>
        <source>Makes small</source>
        <translation>Macht klein</translation>
    </message>
    <message>
        <source>A model learned from measurements, or a counted board</source>
        <translation>Ein aus Messungen gelerntes Modell oder eine gezählte Platine</translation>
    </message>
    <message>
        <source>Energy models and boards (*.model *.json);;All files (*)</source>
        <translation>Energiemodelle und Platinen (*.model *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Board: %1</source>
        <translation>Platine: %1</translation>
    </message>
</context>
<context>
    <name>kinglet::window::Notice</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Geschrieben nach %1.</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>kinglet::window::OptimiserPage</name>
    <message>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <source>Hypervolume over the candidates that ended</source>
        <translation>Hypervolumen über die beendeten Kandidaten</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>Hypervolume over the time searched</source>
        <translation>Hypervolumen über die gesuchte Zeit</translation>
    </message>
    <message>
        <source>Hypervolume</source>
        <translation>Hypervolumen</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>for the error</source>
        <translation>für den Fehler</translation>
    </message>
    <message>
        <source>for the energy</source>
        <translation>für die Energie</translation>
    </message>
    <message>
        <source>for the memory</source>
        <translation>für den Speicher</translation>
    </message>
    <message>
        <source>What the parameters matter for</source>
        <translation>Wofür die Parameter zählen</translation>
    </message>
    <message>
        <source>What matters</source>
        <translation>Was zählt</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>einer von %1</translation>
    </message>
    <message>
        <source>candidate %1: %2</source>
        <translation>Kandidat %1: %2</translation>
    </message>
    <message>
        <source>A random forest explains %1 of the differences between candidates that it was not shown.</source>
        <translation>Ein Random Forest erklärt %1 der Unterschiede zwischen Kandidaten, die ihm nicht gezeigt wurden.</translation>
    </message>
    <message>
        <source>A random forest cannot explain the differences yet: the order means nothing.</source>
        <translation>Ein Random Forest kann die Unterschiede noch nicht erklären: Die Reihenfolge bedeutet nichts.</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
</context>
<context>
    <name>kinglet::window::PaceForm</name>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Pause on battery</source>
        <translation>Auf Akku pausieren</translation>
    </message>
    <message>
        <source>How much of its core a worker takes; for the rest of the time it leaves it to other programs. Counts for every search on this computer and changes no result.</source>
        <translation>Wie viel seines Kerns ein Worker nimmt; die übrige Zeit überlässt er ihn anderen Programmen. Gilt für jede Suche auf diesem Rechner und ändert kein Ergebnis.</translation>
    </message>
    <message>
        <source>While this computer runs on its battery the search pauses; with mains it goes on by itself.</source>
        <translation>Läuft dieser Rechner auf Akku, so pausiert die Suche; mit Netzstrom geht sie von selbst weiter.</translation>
    </message>
    <message>
        <source>Share of a core</source>
        <translation>Anteil am Kern</translation>
    </message>
</context>
<context>
    <name>kinglet::window::ParametersPage</name>
    <message>
        <source>%1: one of %2</source>
        <translation>%1: eines von %2</translation>
    </message>
    <message>
        <source>Let go of what is brushed</source>
        <translation>Eingegrenztes aufheben</translation>
    </message>
    <message>
        <source>Drag along an axis to brush it: table, plot and curves follow. Drag a name to move its axis. Dotted: over a limit that holds now.</source>
        <translation>Entlang einer Achse ziehen grenzt sie ein: Tabelle, Grafik und Kurven folgen. Einen Namen ziehen versetzt seine Achse. Gepunktet: über einer Grenze, die jetzt gilt.</translation>
    </message>
    <message>
        <source>%1 of %2 candidates: %3</source>
        <translation>%1 von %2 Kandidaten: %3</translation>
    </message>
</context>
<context>
    <name>kinglet::window::PlayerWorker</name>
    <message>
        <source>There is no sound device here, so nothing can be played.</source>
        <translation>Hier gibt es kein Tongerät, also kann nichts gespielt werden.</translation>
    </message>
    <message>
        <source>The sound device refuses to play. Another program may be using it.</source>
        <translation>Das Tongerät weigert sich zu spielen. Vielleicht benutzt es ein anderes Programm.</translation>
    </message>
</context>
<context>
    <name>kinglet::window::PowerTracePage</name>
    <message>
        <source>Above the power at rest</source>
        <translation>Über der Ruheleistung</translation>
    </message>
    <message>
        <source>At rest …</source>
        <translation>In Ruhe …</translation>
    </message>
    <message>
        <source>Add to a table …</source>
        <translation>Zu einer Tabelle hinzufügen …</translation>
    </message>
    <message>
        <source>Shift-drag makes a window, its edges can be dragged, Delete removes it; the dashed line is the power at rest.</source>
        <translation>Umschalt und Ziehen macht ein Fenster, seine Kanten lassen sich ziehen, Entf entfernt es; die gestrichelte Linie ist die Ruheleistung.</translation>
    </message>
    <message>
        <source>Open a recording …</source>
        <translation>Aufnahme öffnen …</translation>
    </message>
    <message>
        <source>A recording of the same device doing nothing: its power is taken as the baseline</source>
        <translation>Eine Aufnahme desselben Geräts, das nichts tut: Seine Leistung wird als Grundlinie genommen</translation>
    </message>
    <message>
        <source>A row for this network, for &quot;Learn from measurements&quot;</source>
        <translation>Eine Zeile für dieses Netz, für „Aus Messungen lernen“</translation>
    </message>
    <message>
        <source>Count only what is drawn above the power at rest</source>
        <translation>Nur zählen, was über der Ruheleistung liegt</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Network that ran</source>
        <translation>Netz, das lief</translation>
    </message>
    <message>
        <source>Inferences in a window</source>
        <translation>Inferenzen je Fenster</translation>
    </message>
    <message>
        <source>Recording of a power monitor</source>
        <translation>Aufnahme eines Leistungsmessers</translation>
    </message>
    <message>
        <source>Recording at rest</source>
        <translation>Aufnahme in Ruhe</translation>
    </message>
    <message>
        <source>Table of measurements</source>
        <translation>Tabelle der Messungen</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>… and more gaps, %1 in all</source>
        <translation>… und weitere Lücken, zusammen %1</translation>
    </message>
    <message>
        <source>Samples are missing at %1: %2</source>
        <translation>Bei %1 fehlen Messwerte: %2</translation>
    </message>
    <message>
        <source>No windows of work stand out: Shift-drag over the trace to make one.</source>
        <translation>Kein Arbeitsfenster hebt sich ab: Umschalt und Ziehen über dem Verlauf macht eines.</translation>
    </message>
    <message>
        <source>Added to %1.</source>
        <translation>Zu %1 hinzugefügt.</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Gelesen als</translation>
    </message>
    <message>
        <source>CSV of Monsoon, Power Profiler Kit, Joulescope, Otii, Keysight or any other meter; EnergyRunner (.bin)</source>
        <translation>CSV von Monsoon, Power Profiler Kit, Joulescope, Otii, Keysight oder jedem anderen Messgerät; EnergyRunner (.bin)</translation>
    </message>
    <message>
        <source>Recordings (*.csv *.tsv *.txt *.bin);;All files (*)</source>
        <translation>Aufzeichnungen (*.csv *.tsv *.txt *.bin);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The recording does not say all that it takes to work out energy: what is asked for above is needed.</source>
        <translation>Die Aufzeichnung sagt nicht alles, was zur Berechnung der Energie nötig ist: gebraucht wird, wonach oben gefragt ist.</translation>
    </message>
</context>
<context>
    <name>kinglet::window::ReadAsField</name>
    <message>
        <source>as understood</source>
        <translation>wie verstanden</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Lesen als</translation>
    </message>
    <message>
        <source>Where sounds can be read in several ways:
label=NAME, path=NAME, fold=NAME, source=NAME … – the column of the table
fold=none, source=none … – leave one out that would be used
classes=outer or classes=inner – of folders in folders, which are the classes
table=none – folders count, whatever tables lie beside them</source>
        <translation>Wo Klänge auf mehrere Arten gelesen werden können:
label=NAME, path=NAME, fold=NAME, source=NAME … – die Spalte der Tabelle
fold=none, source=none … – eine weglassen, die benutzt würde
classes=outer oder classes=inner – bei Ordnern in Ordnern, welche die Klassen sind
table=none – die Ordner zählen, was auch für Tabellen daneben liegen</translation>
    </message>
</context>
<context>
    <name>kinglet::window::ReportDialog</name>
    <message>
        <source>Save the report …</source>
        <translation>Bericht sichern …</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Problem melden</translation>
    </message>
    <message>
        <source>A report for those who can mend it: one file, which stays on this computer until you pass it on. It holds these texts; choose one to read it as it would be written.</source>
        <translation>Ein Bericht für alle, die es beheben können: eine Datei, die auf diesem Computer bleibt, bis Sie sie weitergeben. Sie enthält diese Texte; wählen Sie einen, um ihn so zu lesen, wie er geschrieben würde.</translation>
    </message>
    <message>
        <source>Not in it:</source>
        <translation>Nicht darin:</translation>
    </message>
    <message>
        <source>What the report holds</source>
        <translation>Was der Bericht enthält</translation>
    </message>
    <message>
        <source>The chosen text</source>
        <translation>Der gewählte Text</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht sichern</translation>
    </message>
    <message>
        <source>ZIP archives (*.zip)</source>
        <translation>ZIP-Archive (*.zip)</translation>
    </message>
</context>
<context>
    <name>kinglet::window::ReportSaver</name>
    <message>
        <source>Save the report</source>
        <translation>Bericht sichern</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Webseiten (*.html)</translation>
    </message>
    <message>
        <source>Writing the report …</source>
        <translation>Der Bericht wird geschrieben …</translation>
    </message>
    <message>
        <source>The report is written to %1.</source>
        <translation>Der Bericht steht in %1.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>kinglet::window::RunStatus</name>
    <message>
        <source>%1 %2/%3</source>
        <translation>%1 %2/%3</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>hält an</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
</context>
<context>
    <name>kinglet::window::SaveViewDialog</name>
    <message>
        <source>Light, for paper</source>
        <translation>Hell, für Papier</translation>
    </message>
    <message>
        <source>With a heading</source>
        <translation>Mit Überschrift</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>Sichern …</translation>
    </message>
    <message>
        <source>Save a picture or a table</source>
        <translation>Bild oder Tabelle sichern</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>How it will look</source>
        <translation>Wie es aussehen wird</translation>
    </message>
    <message>
        <source>What will be written</source>
        <translation>Was geschrieben wird</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>What it is and of which study, above the picture</source>
        <translation>Was es ist und aus welcher Studie, über dem Bild</translation>
    </message>
    <message>
        <source>In light colours, whatever the window&apos;s are</source>
        <translation>In hellen Farben, welche auch immer das Fenster hat</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets and scripts</source>
        <translation>CSV, für Tabellenprogramme und Skripte</translation>
    </message>
    <message>
        <source>Text with tabs</source>
        <translation>Text mit Tabulatoren</translation>
    </message>
    <message>
        <source>PNG, for slides and the web</source>
        <translation>PNG, für Folien und Web</translation>
    </message>
    <message>
        <source>SVG, to be edited</source>
        <translation>SVG, zum Bearbeiten</translation>
    </message>
    <message>
        <source>PDF, for papers</source>
        <translation>PDF, für Druck und Artikel</translation>
    </message>
    <message>
        <source>There is nothing here to save yet.</source>
        <translation>Hier gibt es noch nichts zu sichern.</translation>
    </message>
    <message>
        <source>Written with twice as many: %1 × %2.</source>
        <translation>Geschrieben mit doppelt so vielen: %1 × %2.</translation>
    </message>
    <message>
        <source>At 96 pixels an inch; lines and letters stay sharp at any size.</source>
        <translation>Bei 96 Pixeln je Zoll; Linien und Buchstaben bleiben in jeder Größe scharf.</translation>
    </message>
    <message>
        <source>The picture could not be made. A smaller one may do.</source>
        <translation>Das Bild konnte nicht erzeugt werden. Ein kleineres gelingt vielleicht.</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Tabelle sichern</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Bild sichern</translation>
    </message>
    <message>
        <source>Tables (*.%1)</source>
        <translation>Tabellen (*.%1)</translation>
    </message>
    <message>
        <source>Pictures (*.%1)</source>
        <translation>Bilder (*.%1)</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows, as the table is sorted and filtered; figures in full, with a point.</source>
        <translation>
            <numerusform>%n Zeile, wie die Tabelle sortiert und gefiltert ist; Zahlen vollständig, mit Punkt.</numerusform>
            <numerusform>%n Zeilen, wie die Tabelle sortiert und gefiltert ist; Zahlen vollständig, mit Punkt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kinglet::window::Section</name>
    <message>
        <source>unfolded</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>zugeklappt</translation>
    </message>
</context>
<context>
    <name>kinglet::window::SoundsNotice</name>
    <message>
        <source>Go on with what is there</source>
        <translation>Mit dem weitermachen, was da ist</translation>
    </message>
    <message>
        <source>New study …</source>
        <translation>Neue Studie …</translation>
    </message>
</context>
<context>
    <name>kinglet::window::SoundsTab</name>
    <message>
        <source>Find a clip or a class</source>
        <translation>Clip oder Klasse suchen</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>Clips</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>Alle Klassen</translation>
    </message>
    <message>
        <source>Choose a candidate to see what it takes each clip for.</source>
        <translation>Wählen Sie einen Kandidaten, um zu sehen, wofür er jeden Clip hält.</translation>
    </message>
    <message>
        <source>Asking the network: %1 of %2 clips</source>
        <translation>Das Netz wird gefragt: %1 von %2 Clips</translation>
    </message>
    <message>
        <source>%1 of the %2 clips that it never learnt are right (%3).</source>
        <translation>%1 der %2 Clips, die es nie gelernt hat, sind richtig (%3).</translation>
    </message>
    <message numerus="yes">
        <source>%1, recognised: %n clip(s)</source>
        <translation>
            <numerusform>%1, erkannt: %n Clip</numerusform>
            <numerusform>%1, erkannt: %n Clips</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, taken for %2: %n clip(s)</source>
        <translation>
            <numerusform>%1, gehalten für %2: %n Clip</numerusform>
            <numerusform>%1, gehalten für %2: %n Clips</numerusform>
        </translation>
    </message>
    <message>
        <source>of one fold</source>
        <translation>aus einem Fold</translation>
    </message>
    <message>
        <source>Clips of all folds, each judged by the training that had not learnt it. Only the network that held out the validation fold is kept, so a cell opens the clips of that fold.</source>
        <translation>Clips aller Folds, jeder von dem Training beurteilt, das ihn nicht gelernt hatte. Aufgehoben ist nur das Netz, das den Validierungs-Fold ausließ; eine Zelle öffnet deshalb die Clips dieses Folds.</translation>
    </message>
    <message>
        <source>The clips of the validation fold. A cell opens its clips.</source>
        <translation>Die Clips des Validierungs-Folds. Eine Zelle öffnet ihre Clips.</translation>
    </message>
    <message>
        <source>From %1 of the clip on, as training shows it. The network is told: %2</source>
        <translation>Ab %1 des Clips, wie das Training ihn zeigt. Dem Netz wird gesagt: %2</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Show all clips again</source>
        <translation>Wieder alle Clips zeigen</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Confusions</source>
        <translation>Verwechslungen</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
</context>
<context>
    <name>kinglet::window::SpaceChoice</name>
    <message>
        <source>usual networks</source>
        <translation>übliche Netze</translation>
    </message>
    <message>
        <source>with dilated blocks</source>
        <translation>mit gedehnten Blöcken</translation>
    </message>
    <message>
        <source>Blocks may have their taps apart in time, which hear long spans for few weights.</source>
        <translation>Blöcke dürfen ihre Abgriffe in der Zeit auseinanderziehen und hören so mit wenigen Gewichten lange Spannen.</translation>
    </message>
    <message>
        <source>also streaming networks</source>
        <translation>auch Streaming-Netze</translation>
    </message>
    <message>
        <source>Networks may pad nothing along time: the exported C then computes new sound alone where windows overlap.</source>
        <translation>Netze dürfen entlang der Zeit nichts auffüllen: Das exportierte C rechnet dann nur neuen Klang, wo Fenster überlappen.</translation>
    </message>
    <message>
        <source>Networks to choose from</source>
        <translation>Netze zur Auswahl</translation>
    </message>
    <message>
        <source>The networks that the search may choose from.</source>
        <translation>Die Netze, aus denen die Suche wählen darf.</translation>
    </message>
</context>
<context>
    <name>kinglet::window::StoppingForm</name>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Geduld</translation>
    </message>
    <message>
        <source>Learning curve</source>
        <translation>Lernkurve</translation>
    </message>
    <message>
        <source>Successive halving</source>
        <translation>Successive Halving</translation>
    </message>
    <message>
        <source>Pareto stopping</source>
        <translation>Pareto-Stopp</translation>
    </message>
    <message>
        <source>Every candidate trains to the end.</source>
        <translation>Jeder Kandidat trainiert bis zum Ende.</translation>
    </message>
    <message>
        <source>Stops what is worse than the median of the others at the same epoch.</source>
        <translation>Stoppt, was schlechter ist als der Median der anderen in derselben Epoche.</translation>
    </message>
    <message>
        <source>Stops what has not improved for a number of epochs.</source>
        <translation>Stoppt, was sich über einige Epochen nicht verbessert hat.</translation>
    </message>
    <message>
        <source>Extrapolates the learning curve; stops what will not come near the best.</source>
        <translation>Setzt die Lernkurve fort; stoppt, was dem Besten nicht nahe kommen wird.</translation>
    </message>
    <message>
        <source>At set epochs, only the better half goes on.</source>
        <translation>An festen Epochen geht nur die bessere Hälfte weiter.</translation>
    </message>
    <message>
        <source>Stops what can no longer reach the front at its own energy and memory.</source>
        <translation>Stoppt, was die Front bei seiner Energie und seinem Speicher nicht mehr erreichen kann.</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>How sure the rule must be before it stops a candidate. Lower saves more epochs and may lose a good one.</source>
        <translation>Wie sicher die Regel sein muss, bevor sie einen Kandidaten stoppt. Niedriger spart mehr Epochen und verliert vielleicht einen guten.</translation>
    </message>
    <message>
        <source>No candidate is stopped before it has trained this long.</source>
        <translation>Kein Kandidat wird gestoppt, bevor er so lange trainiert hat.</translation>
    </message>
    <message>
        <source>So many epochs without improvement are waited for.</source>
        <translation>So viele Epochen ohne Verbesserung werden abgewartet.</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation>Nicht vor</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>kinglet::window::StoppingPage</name>
    <message>
        <source>early stopping</source>
        <translation>frühes Stoppen</translation>
    </message>
    <message>
        <source>Measured: of %1 candidates that were to be stopped and were trained on, %2 enlarged the front (with 95 % confidence, %3 to %4 of all such).</source>
        <translation>Gemessen: Von %1 Kandidaten, die gestoppt werden sollten und weitertrainiert wurden, vergrößerten %2 die Front (mit 95 % Sicherheit %3 bis %4 aller solchen).</translation>
    </message>
</context>
<context>
    <name>kinglet::window::StudyPanel</name>
    <message>
        <source>Sounds</source>
        <translation>Klänge</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>Frühes Stoppen</translation>
    </message>
    <message>
        <source>Device and limits</source>
        <translation>Gerät und Grenzen</translation>
    </message>
    <message>
        <source>Battery</source>
        <translation>Akku</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Front end</source>
        <translation>Frontend</translation>
    </message>
    <message>
        <source>length of the search</source>
        <translation>Länge der Suche</translation>
    </message>
    <message>
        <source>limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>early stopping</source>
        <translation>frühes Stoppen</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>Abtastrate</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>FFT</source>
        <translation>FFT</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Band</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>The search chooses among these, because they cost energy and bring accuracy.</source>
        <translation>Die Suche wählt unter diesen, weil sie Energie kosten und Genauigkeit bringen.</translation>
    </message>
    <message>
        <source>Mel bands</source>
        <translation>Mel-Bänder</translation>
    </message>
    <message>
        <source>Hop</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Listens to</source>
        <translation>Hört</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>%1 networks</source>
        <translation>%1 Netze</translation>
    </message>
    <message>
        <source>How many different networks the search may choose from.</source>
        <translation>Unter wie vielen verschiedenen Netzen die Suche wählen kann.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Of a candidate that is not stopped early.</source>
        <translation>Eines Kandidaten, der nicht früh gestoppt wird.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same seed and one worker give the same study.</source>
        <translation>Gleicher Startwert und ein Worker ergeben die gleiche Studie.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Active power</source>
        <translation>Aktive Leistung</translation>
    </message>
    <message>
        <source>Energy by</source>
        <translation>Energie nach</translation>
    </message>
    <message>
        <source>A model learned from measurements</source>
        <translation>Ein aus Messungen gelerntes Modell</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>each fold in turn</source>
        <translation>jeder Fold einmal</translation>
    </message>
    <message>
        <source>one fold</source>
        <translation>ein Fold</translation>
    </message>
    <message>
        <source>The sounds that candidates are judged by. The test fold is never among them.</source>
        <translation>Die Klänge, an denen Kandidaten gemessen werden. Der Test-Fold ist nie darunter.</translation>
    </message>
    <message>
        <source>Useful up to</source>
        <translation>Brauchbar bis</translation>
    </message>
    <message>
        <source>%1 % error</source>
        <translation>%1 % Fehler</translation>
    </message>
    <message>
        <source>A candidate that errs more often is worth nothing to the search.</source>
        <translation>Ein Kandidat, der öfter irrt, ist der Suche nichts wert.</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Lauschen</translation>
    </message>
    <message>
        <source>how it listens</source>
        <translation>das Lauschen</translation>
    </message>
    <message>
        <source>Makes small</source>
        <translation>Macht klein</translation>
    </message>
    <message>
        <source>error, mean power, memory</source>
        <translation>Fehler, mittlere Leistung, Speicher</translation>
    </message>
    <message>
        <source>error, energy, memory</source>
        <translation>Fehler, Energie, Speicher</translation>
    </message>
    <message>
        <source>Mean power while the device listens, as told under Listening; it was chosen with the study.</source>
        <translation>Mittlere Leistung, während das Gerät lauscht, wie unter Lauschen angegeben; sie wurde mit der Studie gewählt.</translation>
    </message>
    <message>
        <source>Energy of one inference, front end included; it was chosen with the study.</source>
        <translation>Energie einer Inferenz, Frontend eingeschlossen; sie wurde mit der Studie gewählt.</translation>
    </message>
    <message>
        <source>The search is by mean power: how the device listens was chosen with the study, and cannot change.</source>
        <translation>Gesucht wird nach mittlerer Leistung: Wie das Gerät lauscht, wurde mit der Studie gewählt und lässt sich nicht ändern.</translation>
    </message>
</context>
<context>
    <name>kinglet::window::TestFoldTab</name>
    <message>
        <source>Open the test fold …</source>
        <translation>Test-Fold öffnen …</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Leave it closed</source>
        <translation>Geschlossen lassen</translation>
    </message>
    <message>
        <source>What was taken for what</source>
        <translation>Was wofür gehalten wurde</translation>
    </message>
    <message>
        <source>Choose a candidate. Here it can be tried on sounds that the search never saw.</source>
        <translation>Wählen Sie einen Kandidaten. Hier kann er an Klängen erprobt werden, die die Suche nie gesehen hat.</translation>
    </message>
    <message>
        <source>The test fold was opened for candidate %1. These figures played no part in the search; choosing among candidates by them would make them worth less.</source>
        <translation>Der Test-Fold wurde für Kandidat %1 geöffnet. Diese Werte spielten in der Suche keine Rolle; nach ihnen unter Kandidaten zu wählen würde sie entwerten.</translation>
    </message>
    <message>
        <source>Listening to the test fold …</source>
        <translation>Der Test-Fold wird angehört …</translation>
    </message>
    <message>
        <source>Open the test fold for candidate %1? It tells honestly how the network does on sounds that neither training nor search has seen. Every look makes it a little less honest: open it for networks that you have chosen, not to choose. That it was opened is kept in the study and cannot be undone.</source>
        <translation>Den Test-Fold für Kandidat %1 öffnen? Er sagt ehrlich, wie das Netz mit Klängen zurechtkommt, die weder Training noch Suche gesehen haben. Jeder Blick macht ihn ein wenig weniger ehrlich: Öffnen Sie ihn für Netze, die Sie gewählt haben, nicht um zu wählen. Dass er geöffnet wurde, bleibt in der Studie und lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Candidate %1 has no weights to test: only candidates that trained to the end keep theirs.</source>
        <translation>Kandidat %1 hat keine Gewichte zum Testen: Nur Kandidaten, die bis zum Ende trainierten, behalten ihre.</translation>
    </message>
    <message>
        <source>The test fold is closed. The search sees training and validation folds only, so that one fold is left to judge the network you choose.</source>
        <translation>Der Test-Fold ist geschlossen. Die Suche sieht nur Trainings- und Validierungs-Folds, damit ein Fold bleibt, um das gewählte Netz zu beurteilen.</translation>
    </message>
    <message>
        <source>Accuracy on the test fold</source>
        <translation>Genauigkeit auf dem Test-Fold</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>Ausgewogene Genauigkeit</translation>
    </message>
    <message>
        <source>Mean average precision</source>
        <translation>Mittlere Average Precision</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>Clips</translation>
    </message>
    <message>
        <source>In validation</source>
        <translation>In der Validierung</translation>
    </message>
    <message>
        <source>The test fold cannot be opened: %1</source>
        <translation>Der Test-Fold lässt sich nicht öffnen: %1</translation>
    </message>
</context>
<context>
    <name>kinglet::window::TraceReadingForm</name>
    <message>
        <source>Format of the recording</source>
        <translation>Format der Aufzeichnung</translation>
    </message>
    <message>
        <source>Digital input that marks the work</source>
        <translation>Digitaler Eingang, der die Arbeit anzeigt</translation>
    </message>
    <message>
        <source>Rate by hand</source>
        <translation>Rate von Hand</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Sets the units that the meter takes for granted, and how its samples are spaced</source>
        <translation>Legt die Einheiten fest, die das Messgerät voraussetzt, und den Abstand der Messwerte</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Strom</translation>
    </message>
    <message>
        <source>Voltage</source>
        <translation>Spannung</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>Voltage of the supply</source>
        <translation>Spannung der Versorgung</translation>
    </message>
    <message>
        <source>The voltage that the meter or the bench supply was set to</source>
        <translation>Die Spannung, auf die das Messgerät oder das Netzteil eingestellt war</translation>
    </message>
    <message>
        <source>Read the recording with this voltage</source>
        <translation>Die Aufzeichnung mit dieser Spannung lesen</translation>
    </message>
    <message>
        <source>Spaces the samples evenly, whatever their time stamps say</source>
        <translation>Verteilt die Messwerte gleichmäßig, was immer ihre Zeitstempel sagen</translation>
    </message>
    <message>
        <source>Unit of %1</source>
        <translation>Einheit: %1</translation>
    </message>
    <message>
        <source>the supply&apos;s</source>
        <translation>der Versorgung</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>%1 (recognised)</source>
        <translation>%1 (erkannt)</translation>
    </message>
    <message>
        <source>Which column is the time?</source>
        <translation>Welche Spalte ist die Zeit?</translation>
    </message>
    <message>
        <source>Which column is the current?</source>
        <translation>Welche Spalte ist der Strom?</translation>
    </message>
    <message>
        <source>Which column is the power?</source>
        <translation>Welche Spalte ist die Leistung?</translation>
    </message>
    <message>
        <source>Which column is the voltage?</source>
        <translation>Welche Spalte ist die Spannung?</translation>
    </message>
    <message>
        <source>The recording holds no voltage: what was the supply&apos;s?</source>
        <translation>Die Aufzeichnung enthält keine Spannung: welche hatte die Versorgung?</translation>
    </message>
    <message>
        <source>In which unit?</source>
        <translation>In welcher Einheit?</translation>
    </message>
    <message>
        <source>No column of time was found: choose one, or give the rate.</source>
        <translation>Keine Spalte der Zeit gefunden: eine wählen oder die Rate angeben.</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>found by power</source>
        <translation>an der Leistung erkannt</translation>
    </message>
    <message>
        <source>where %1 is 1</source>
        <translation>wo %1 1 ist</translation>
    </message>
    <message>
        <source>where %1 is 0</source>
        <translation>wo %1 0 ist</translation>
    </message>
</context>
<context>
    <name>kinglet::window::TrainingTab</name>
    <message>
        <source>Judge it by every fold in turn</source>
        <translation>Mit jedem Fold der Reihe nach beurteilen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress of the final training</source>
        <translation>Fortschritt des Endtrainings</translation>
    </message>
    <message>
        <source>Candidate %1 could not be trained: %2</source>
        <translation>Kandidat %1 konnte nicht trainiert werden: %2</translation>
    </message>
    <message>
        <source>The search trains briefly to compare; what is used afterwards may learn for longer.</source>
        <translation>Die Suche trainiert kurz, um zu vergleichen; was danach verwendet wird, darf länger lernen.</translation>
    </message>
    <message>
        <source>Each fold is held out once while the others are trained on: an honest accuracy with its spread.</source>
        <translation>Jeder Fold wird einmal ausgespart, während auf den anderen trainiert wird: eine ehrliche Genauigkeit mit ihrer Streuung.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Choose a candidate. Here it can be trained for good.</source>
        <translation>Wählen Sie einen Kandidaten. Hier kann er endgültig trainiert werden.</translation>
    </message>
    <message>
        <source>Another program searches in this study; nothing in it can be trained here.</source>
        <translation>Ein anderes Programm sucht in dieser Studie; hier kann nichts in ihr trainiert werden.</translation>
    </message>
    <message>
        <source>To train it, the study&apos;s sounds must be there.</source>
        <translation>Um ihn zu trainieren, müssen die Klänge der Studie da sein.</translation>
    </message>
    <message>
        <source>The search trains each candidate briefly, on some of the folds, to compare them. The candidate that you choose can be trained for good: for longer, and at last on all sounds. Export then takes those weights.</source>
        <translation>Die Suche trainiert jeden Kandidaten kurz, auf einigen der Folds, um sie zu vergleichen. Der Kandidat Ihrer Wahl kann endgültig trainiert werden: länger, und zuletzt auf allen Klängen. Der Export nimmt dann diese Gewichte.</translation>
    </message>
    <message>
        <source>This opens the test fold, too. Do it for a network that you have chosen.</source>
        <translation>Das öffnet auch den Test-Fold. Tun Sie es für ein Netz, das Sie gewählt haben.</translation>
    </message>
    <message>
        <source>Without it, nothing tells how good the longer training is on sounds that it never heard.</source>
        <translation>Ohne das sagt nichts, wie gut das längere Training auf Klängen ist, die es nie gehört hat.</translation>
    </message>
    <message>
        <source>Train it again</source>
        <translation>Noch einmal trainieren</translation>
    </message>
    <message>
        <source>Train it for good</source>
        <translation>Endgültig trainieren</translation>
    </message>
    <message>
        <source>Replaces the final training below</source>
        <translation>Ersetzt das Endtraining unten</translation>
    </message>
    <message>
        <source>Candidate %1</source>
        <translation>Kandidat %1</translation>
    </message>
    <message>
        <source>computing the features</source>
        <translation>Merkmale werden berechnet</translation>
    </message>
    <message>
        <source>fold %1 held out</source>
        <translation>Fold %1 ausgespart</translation>
    </message>
    <message>
        <source>all sounds</source>
        <translation>alle Klänge</translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation>Epoche %1 von %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>Bis jetzt</translation>
    </message>
    <message>
        <source>Fold %1</source>
        <translation>Fold %1</translation>
    </message>
    <message>
        <source>Final training</source>
        <translation>Endtraining</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>%1 ± %2</source>
        <translation>%1 ± %2</translation>
    </message>
    <message>
        <source>Mean over the folds that were held out, and the standard deviation between them</source>
        <translation>Mittel über die ausgesparten Folds und die Standardabweichung zwischen ihnen</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>Ausgewogene Genauigkeit</translation>
    </message>
    <message>
        <source>Mean average precision</source>
        <translation>Mittlere Average Precision</translation>
    </message>
    <message>
        <source>In the search</source>
        <translation>In der Suche</translation>
    </message>
    <message>
        <source>Accuracy in validation, after the search&apos;s short training</source>
        <translation>Genauigkeit in der Validierung nach dem kurzen Training der Suche</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>The weights that learnt from all sounds are in the study; Export takes them.</source>
        <translation>Die Gewichte, die aus allen Klängen lernten, sind in der Studie; der Export nimmt sie.</translation>
    </message>
    <message>
        <source>its teachers learn</source>
        <translation>seine Lehrer lernen</translation>
    </message>
    <message>
        <source>Teachers</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>The study&apos;s best other candidates. They were trained first, on the same sounds, and this one learnt from what they hear, too.</source>
        <translation>Die besten anderen Kandidaten der Studie. Sie wurden zuerst trainiert, auf denselben Klängen, und dieser lernte auch aus dem, was sie hören.</translation>
    </message>
    <message>
        <source>Judging by every fold opens the test fold for candidate %1. What it tells is honest as long as the candidate was not chosen by it.</source>
        <translation>Die Bewertung mit jedem Fold öffnet den Test-Fold für Kandidat %1. Was er sagt, ist ehrlich, solange der Kandidat nicht danach gewählt wurde.</translation>
    </message>
    <message>
        <source>Open it and train</source>
        <translation>Öffnen und trainieren</translation>
    </message>
    <message>
        <source>Train without judging</source>
        <translation>Ohne Bewertung trainieren</translation>
    </message>
</context>
<context>
    <name>kinglet::window::ValidationChoice</name>
    <message>
        <source>Hold out each fold in turn</source>
        <translation>Jeden Fold einmal zurückhalten</translation>
    </message>
    <message>
        <source>Cross-validation: a candidate is trained once for every fold but the test&apos;s, and judged by the sounds that each training has not heard.</source>
        <translation>Kreuzvalidierung: Ein Kandidat wird für jeden Fold außer dem Test-Fold einmal trainiert und an den Klängen gemessen, die das jeweilige Training nicht gehört hat.</translation>
    </message>
    <message>
        <source>One fold is %1 sounds: accuracy is known to about ±%2 points. In turn, %3 sounds and ±%4 points, for %5 times the work.</source>
        <translation>Ein Fold hat %1 Klänge: Die Genauigkeit ist auf etwa ±%2 Punkte bekannt. Der Reihe nach sind es %3 Klänge und ±%4 Punkte, bei %5-facher Arbeit.</translation>
    </message>
</context>
<context>
    <name>kinglet::window::ViewSaver</name>
    <message>
        <source>Save this table …</source>
        <translation>Diese Tabelle sichern …</translation>
    </message>
    <message>
        <source>Save this picture …</source>
        <translation>Dieses Bild sichern …</translation>
    </message>
</context>
<context>
    <name>kinglet::window::WelcomePage</name>
    <message>
        <source>Finds neural networks that listen all day on a battery: the best trade-offs of accuracy, energy and memory for your sounds.</source>
        <translation>Findet neuronale Netze, die mit einem Akku den ganzen Tag zuhören: die besten Kompromisse aus Genauigkeit, Energie und Speicher für Ihre Klänge.</translation>
    </message>
    <message>
        <source>Watch a demo search</source>
        <translation>Eine Demosuche ansehen</translation>
    </message>
    <message>
        <source>Starts at once, on sounds that Kinglet makes itself. The first network is on the plot within half a minute.</source>
        <translation>Startet sofort, mit Klängen, die Kinglet selbst macht. Nach einer halben Minute ist das erste Netz im Diagramm.</translation>
    </message>
    <message>
        <source>Search for your sounds</source>
        <translation>Für Ihre Klänge suchen</translation>
    </message>
    <message>
        <source>Choose a folder of labelled recordings, a device and its limits.</source>
        <translation>Einen Ordner mit benannten Aufnahmen, ein Gerät und seine Grenzen wählen.</translation>
    </message>
    <message>
        <source>Open a study</source>
        <translation>Studie öffnen</translation>
    </message>
    <message>
        <source>Look at a search, or go on where it stopped.</source>
        <translation>Eine Suche ansehen oder fortsetzen, wo sie stand.</translation>
    </message>
    <message>
        <source>New here? What a front is, what a MAC is, and how to read the plot</source>
        <translation>Neu hier? Was eine Front ist, was ein MAC ist und wie das Diagramm zu lesen ist</translation>
    </message>
    <message>
        <source>A folder of sounds or a study can also be dropped anywhere on this window.</source>
        <translation>Ein Ordner mit Klängen oder eine Studie lässt sich auch irgendwo auf dieses Fenster ziehen.</translation>
    </message>
    <message>
        <source>Lately open</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
</context>
<context>
    <name>kinglet::window::Workbench</name>
    <message>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <source>energy limit</source>
        <translation>Energiegrenze</translation>
    </message>
    <message>
        <source>flash limit</source>
        <translation>Flash-Grenze</translation>
    </message>
    <message>
        <source>RAM limit</source>
        <translation>RAM-Grenze</translation>
    </message>
    <message>
        <source>battery limit</source>
        <translation>Akkugrenze</translation>
    </message>
    <message>
        <source>limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>Frühes Stoppen</translation>
    </message>
    <message>
        <source>Double-click for more room</source>
        <translation>Doppelklick gibt mehr Platz</translation>
    </message>
    <message>
        <source>Replayed on this study: %1 of all epochs saved, %2 of the hypervolume lost.</source>
        <translation>An dieser Studie nachgespielt: %1 aller Epochen gespart, %2 des Hypervolumens verloren.</translation>
    </message>
    <message>
        <source>power limit</source>
        <translation>Leistungsgrenze</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
</context>
</TS>
