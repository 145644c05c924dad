package planted.access;

class StrayRepository {}
