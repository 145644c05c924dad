package planted.crowd;

class One08 {}
