// The icons in use, from Lucide. Only what is named here comes into the program.
import {
  ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Ban, Bookmark, Building2, Cake, Check, ChevronDown, ChevronRight, CircleCheck, CircleDashed,
  CircleDot, CircleQuestionMark, CircleX, Clock, Columns3, Copy, Download, Ellipsis, Eraser, Eye, EyeOff, FileCheck, FileJson,
  FileSpreadsheet, FileText, FolderOpen, HandCoins, HardDrive, History, Hourglass, IdCard, Inbox, Info, Keyboard, KeyRound, Languages,
  ListFilter, Lock, LockOpen, LoaderCircle, Mail, MapPin, Menu, Minus, Monitor, Moon, Pencil, Phone, Plus, Printer, RefreshCw, RotateCcw, Save,
  ScrollText, Search, Settings, Shield, ShieldCheck, Signature, Sun, Tag, Trash2, TriangleAlert, Undo2, Upload, User, UserMinus,
  UserPlus, Users, WifiOff, X,
} from "lucide";

export const icons = {
  "arrow-down": ArrowDown, "arrow-left": ArrowLeft, "arrow-right": ArrowRight, "arrow-up": ArrowUp, ban: Ban, bookmark: Bookmark,
  building: Building2, cake: Cake, check: Check, "chevron-down": ChevronDown, "chevron-right": ChevronRight, "circle-check": CircleCheck,
  "circle-dashed": CircleDashed, "circle-dot": CircleDot, "circle-question-mark": CircleQuestionMark, "circle-x": CircleX, clock: Clock,
  columns: Columns3, copy: Copy, download: Download, ellipsis: Ellipsis, eraser: Eraser, eye: Eye, "eye-off": EyeOff, "file-check": FileCheck,
  "file-json": FileJson, "file-spreadsheet": FileSpreadsheet, "file-text": FileText, "folder-open": FolderOpen, "hand-coins": HandCoins,
  "hard-drive": HardDrive, history: History, hourglass: Hourglass, "id-card": IdCard, inbox: Inbox, info: Info, keyboard: Keyboard,
  "key-round": KeyRound, languages: Languages, "list-filter": ListFilter, lock: Lock, "lock-open": LockOpen, loader: LoaderCircle, mail: Mail,
  "map-pin": MapPin, menu: Menu, minus: Minus, monitor: Monitor, moon: Moon, pencil: Pencil, phone: Phone, plus: Plus, printer: Printer,
  refresh: RefreshCw, "rotate-ccw": RotateCcw, save: Save, "scroll-text": ScrollText, search: Search, settings: Settings, shield: Shield,
  "shield-check": ShieldCheck, signature: Signature, sun: Sun, tag: Tag, "trash-2": Trash2, "triangle-alert": TriangleAlert, undo: Undo2,
  upload: Upload, user: User, "user-minus": UserMinus, "user-plus": UserPlus, users: Users, "wifi-off": WifiOff, x: X,
} as const;

export type IconName = keyof typeof icons;
