import { count } from "metrics-classic";

count("started");
